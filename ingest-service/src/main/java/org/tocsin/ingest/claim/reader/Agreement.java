package org.tocsin.ingest.claim.reader;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;

/** Whether all takers that a report names for the same taking are of one side. Keeps only the first of them, since sides are alike or not. */
final class Agreement {
    private final BiPredicate<ActorName, ActorName> sameSide;
    private @Nullable ActorName first;
    private int index = Integer.MAX_VALUE;
    private boolean disagreed;
    private boolean named;

    Agreement(BiPredicate<ActorName, ActorName> sameSide) {
        this.sameSide = sameSide;
    }

    /**
     * @param at index of the claim; the lowest one decides how the side is called
     * @param byName the claim's own clause names the taker
     */
    void add(int at, @Nullable ActorName taker, boolean byName) {
        named |= byName;
        if (taker == null) {
            return;
        }
        disagreed |= first != null && !sameSide.test(taker, first);
        if (at < index) {
            first = taker;
            index = at;
        }
    }

    /** This and all of the other, as a new one. */
    Agreement with(Agreement other) {
        Agreement both = new Agreement(sameSide);
        for (Agreement one : new Agreement[] {this, other}) {
            both.add(one.index, one.first, one.named);
            both.disagreed |= one.disagreed;
        }
        return both;
    }

    /** The side, where at least one claim names it and none another. */
    Optional<ActorName> side() {
        return named && !disagreed ? Optional.ofNullable(first) : Optional.empty();
    }
}
