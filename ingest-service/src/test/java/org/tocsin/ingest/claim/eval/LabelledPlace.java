package org.tocsin.ingest.claim.eval;

import java.util.List;

/**
 * A place of a sentence that people have read.
 *
 * @param sentence number of the sentence among all
 * @param group the report that the sentence is from; sentences of one report are never parted
 * @param unseen no rule was made or tuned on it
 * @param changed did the place change hands there?
 * @param ruled do the rules say so?
 */
record LabelledPlace(
        int sentence, String group, boolean unseen, boolean changed, boolean ruled, List<String> features) {}
