package org.tocsin.ingest.claim.clause;

import org.tocsin.ingest.claim.ActorName;

/**
 * A party as a phrase speaks of it.
 *
 * @param armed known, or named by a word that only means armed people or the state
 * @param government it is a state's government or its forces
 * @param written what the words alone say: another name than {@code name} where only the report tells who is meant
 */
record PartyRole(ActorName name, ActorName written, boolean armed, boolean government, int start, int end) {
    /** The party by the words alone. */
    PartyRole asWritten() {
        return new PartyRole(written, written, armed, government, start, end);
    }

    /** A party in the words of the text. */
    static PartyRole described(Words words, int start, int end, boolean armed) {
        return new PartyRole(ActorName.described(words.plain(start, end)), armed, false, start, end);
    }

    PartyRole(ActorName name, boolean armed, boolean government, int start, int end) {
        this(name, name, armed, government, start, end);
    }

    /** As armed as its soldiers are. */
    PartyRole underArms() {
        return new PartyRole(name, written, true, government, start, end);
    }
}
