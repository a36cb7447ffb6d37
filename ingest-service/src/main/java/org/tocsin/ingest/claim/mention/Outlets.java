package org.tocsin.ingest.claim.mention;

import java.util.Set;

/** News media that are called after a town: "Mosul Eye said", "Garowe Online reports", "the Kyiv Independent". */
final class Outlets {
    private static final Set<String> INTRODUCED =
            Set.of("the", "to", "by", "told", "with", "website", "outlet", "newspaper", "citing");
    private static final Set<String> SET_OFF = Set.of(":", "'s", "-", "\u2013", "\u2014");

    private final NamedText text;
    private final Cues cues;

    Outlets(NamedText text, Cues cues) {
        this.text = text;
        this.cues = cues;
    }

    /** Is the name, or the name with the word behind it, that of a medium which speaks here? */
    boolean contain(Mention.OfPlace named) {
        boolean within = named.end() - named.start() > 1 && isOutlet(named.end() - 1);
        int end = within ? named.end() : named.end() + 1;
        if (!within && !isOutlet(named.end())) {
            return false;
        }
        boolean speaks = cues.report.contains(text.lower(end)) || SET_OFF.contains(text.lower(end));
        return speaks || (INTRODUCED.contains(text.lower(named.start() - 1)) && !text.inCapitals(named.start()));
    }

    private boolean isOutlet(int i) {
        return text.startsCapital(i) && cues.outlet.contains(text.lower(i));
    }
}
