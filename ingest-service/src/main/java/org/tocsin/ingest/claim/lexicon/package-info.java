/** The words that the reading knows: triggers of claims, cues of stance, generic names of parties and places, read from text files. */
@NullMarked
package org.tocsin.ingest.claim.lexicon;

import org.jspecify.annotations.NullMarked;
