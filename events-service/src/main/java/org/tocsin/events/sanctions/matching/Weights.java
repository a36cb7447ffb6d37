package org.tocsin.events.sanctions.matching;

/**
 * What each part of a comparison counts. Chosen on labelled name pairs and held against parts of them that the choice had not seen
 * ({@code deploy/local/evaluate-names pairs FILE --cross-validate}); neighbouring values do nearly as well.
 *
 * @param unlike that paired words differ in letters
 * @param conflict that both names have a word without partner: they say different things
 * @param askedExtra that only the name asked for has words more
 * @param listedExtra that only the listed name has words more: people leave names out more often than they add some
 * @param otherWord taken off once more for one whole word in conflict, however long the names are
 * @param turned the factor for father and son who have changed places
 */
record Weights(double unlike, double conflict, double askedExtra, double listedExtra, double otherWord, double turned) {
    static final Weights CHOSEN = new Weights(1.7, 1.3, 0.25, 0.15, 0.12, 0.75);

    double score(double matched, double unlikeness, double askedLeft, double listedLeft, boolean isTurned) {
        double both = Math.min(askedLeft, listedLeft);
        double extra =
                askedLeft > listedLeft ? askedExtra * (askedLeft - listedLeft) : listedExtra * (listedLeft - askedLeft);
        double whole = matched + unlike * unlikeness + conflict * both + extra;
        return whole == 0 ? 0 : matched / whole * (1 - otherWord * Math.min(1, both)) * (isTurned ? turned : 1);
    }
}
