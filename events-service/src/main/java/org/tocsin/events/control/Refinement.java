package org.tocsin.events.control;

/** What later versions of the rules do otherwise than the first. */
public enum Refinement {
    COUNTERCLAIMS("Claims and counterclaims within a day are one contest."),
    STALE_REPORTS("An undated report of a taking that was undone since is no new taking."),
    JOINT_HOLDERS("Allies hold together, and an ally of the recognised government takes for it."),
    HOLDING_CORROBORATES("Who says that the taker holds the place speaks for a taking that is denied."),
    HANDOVERS("A withdrawal that is told when the taking on the next day is known is part of that taking."),
    ONE_SIDED_CLASHES("Fighting of which only the holder is named contests nothing."),
    UNNAMED_DAYS(
            "A taking by forces without a name in a certain week is the one of a certain day in it that names them.");

    private final String words;

    Refinement(String words) {
        this.words = words;
    }

    /** The refinement as a sentence. */
    public String words() {
        return words;
    }
}
