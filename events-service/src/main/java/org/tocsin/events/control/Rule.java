package org.tocsin.events.control;

import java.util.Locale;

/** The rules of docs/control.md; each state of control names the one that decided it. */
public enum Rule {
    BASELINE("Nothing is recorded that says otherwise, so the baseline holder holds the place."),
    TAKEN("A taking of the whole place or most of it is reported and nobody who lost by it denies it."),
    ADMITTED("The side that lost the place says so itself, or left it."),
    CLAIM_AND_DENIAL(
            "A taking is reported and the side that would have lost the place denies it, or is said to still hold it."),
    CLAIM_AND_COUNTERCLAIM(
            "Two sides are each reported to have taken the place within a day, and neither by enough sources."),
    DENIAL_OUTWEIGHED("A taking is denied, but more independent sources report it than deny it, and at least two."),
    TAKEN_IN_PART("A part of the place, or a facility in it, is reported taken by another side than the holder."),
    FOUGHT_OVER("Fighting inside the place is reported."),
    LEFT("The holder left, and nobody is known to have come in its place."),
    HELD("A report says that the holder holds the place, or that it repelled an attack or is besieged there."),
    HELD_AFTER_CONTEST("After the contest one side is said to hold the whole place, and not by itself alone."),
    SAID_TO_HOLD(
            "Two independent sources say that another side holds the place, and nothing said since is against it."),
    CURATED("A curated data set says so, against what others say."),
    DECIDED("An analyst decided so; that stands over what sources say.");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /** The rule as a sentence. */
    public String words() {
        return words;
    }

    /** The rule's name as answers show it: {@code claim-and-denial}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
