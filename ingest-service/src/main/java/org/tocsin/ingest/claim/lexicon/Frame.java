package org.tocsin.ingest.claim.lexicon;

/** Who does what to whom, as a trigger word arranges it. The arrangement of each is told at the top of {@code triggers.txt}. */
public enum Frame {
    TAKES,
    FALLS,
    EXPELS,
    LEAVES,
    LOSES,
    /** A place slips out of the hands of its holder. */
    SLIPS,
    /** An actor clears a place of another. */
    CLEARS,
    HOLDS,
    ENTERS,
    FIGHTS,
    REPELS,
    BESIEGES,
    STRIKES,
    KILLS,
    SENDS,
    SAYS,
    /** The flag of an actor is raised over a place, or flies there. */
    FLAG,
    /** An actor puts another on a list, or takes it off. */
    SANCTIONS,
    /** Noun: the taking of a place by an actor. */
    TAKING,
    /** Noun: the fall of a place to an actor. */
    FALL,
    /** Noun: an actor's leaving of a place. */
    LEAVING,
    /** Noun: the loss of a place to an actor. */
    LOSS,
    /** Noun: fighting in a place. */
    FIGHTING,
    /** Noun: a blow on a place. */
    STRIKE,
    /** Noun: an attack on a place, told as beaten back. */
    REPULSE,
    /** Noun: talks between two. */
    TALKS,
    /** Noun: an agreement that two come to, or that comes about between them. */
    AGREEMENT,
    /** Noun: sanctions that an actor imposes on another, or lifts. */
    MEASURE,
    /** Noun: a list that an actor puts another on, or takes it off. */
    LISTING,
    /** Noun: the sending of forces. */
    SENDING,
    /** "in the hands of", "under the control of". */
    HANDS
}
