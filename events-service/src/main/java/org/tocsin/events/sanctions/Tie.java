package org.tocsin.events.sanctions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.reference.ActorLink;
import org.tocsin.reference.ActorLink.Relation;

/**
 * What ties an actor to an entry: a link of its own, or one of a parent or a member of it.
 *
 * @param relation of the actor to the entry, over the other actor if there is one
 * @param through the parent or member whose entry it is; null for the actor's own
 */
record Tie(ActorLink link, Relation relation, @Nullable Party through) {
    boolean identity() {
        return relation == Relation.IS;
    }

    boolean heldOn(LocalDate day) {
        return link.heldOn(day);
    }

    /** The stronger first: being part of what is listed, having a part that is, being led by one who is. */
    int rank() {
        int strength =
                switch (relation) {
                    case IS -> 0;
                    case PART_OF -> 2;
                    case UMBRELLA -> 4;
                    case LED_BY -> 6;
                };
        return strength + (through == null ? 0 : 1);
    }
}
