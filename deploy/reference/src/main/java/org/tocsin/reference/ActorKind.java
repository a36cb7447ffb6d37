package org.tocsin.reference;

/** What kind of party an actor is. */
public enum ActorKind {
    /** The recognised government of a country. */
    GOVERNMENT,
    /** The army, police and other forces of a government. */
    ARMED_FORCE,
    /** A group outside a state's forces, or a de-facto authority. */
    ARMED_GROUP,
    /** A company that fights for pay. */
    MILITARY_COMPANY,
    /** An organisation of states or of relief: United Nations, NATO, the Red Cross. */
    ORGANISATION,
    /** Watches and reports; it makes claims but holds nothing. */
    OBSERVER
}
