package org.tocsin.ingest.claim.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Frames;

/**
 * Who took a place, where one sentence does not say so and another one of the report does: "Raqqa captured", and below "the Syrian Democratic Forces
 * captured the city". What was only inferred gives way. Where nothing tells of the same taking, it is the one side that all takings of the report in that
 * country are told of.
 */
final class Takers {
    private static final Set<ClaimType> TAKING = Set.of(ClaimType.TERRITORY_SEIZED, ClaimType.TERRITORY_REGAINED);

    private final Frames frames;
    private final Map<Integer, Told> told = new TreeMap<>();

    Takers(Frames frames) {
        this.frames = frames;
    }

    /** @param named the sentence itself says who took the place */
    private record Told(Claim claim, Finding finding, boolean named) {
        boolean inTitle() {
            return claim.evidence().field().equals("title");
        }

        /** Taken back, or from somebody who held it against the state. */
        boolean back() {
            return finding.trigger().has("again") || finding.target() != null;
        }
    }

    /** Looks at a claim that is about to be the next of the list; {@code found} is what its clause alone says. */
    void consider(Finding found, Finding finding, Claim claim, int index) {
        if (TAKING.contains(claim.type()) && claim.stance().tellsFact()) {
            told.put(index, new Told(claim, finding, found.actor() != null && found.actorSure()));
        }
    }

    /** The claims, with the takers that the report names elsewhere: first those of the text, then the title after them. */
    List<Claim> named(List<Claim> claims) {
        if (told.values().stream().allMatch(Told::named)) {
            return claims;
        }
        List<Claim> all = new ArrayList<>(claims);
        Set<Claim> named =
                told.values().stream().filter(Told::named).map(Told::claim).collect(Collectors.toSet());
        OnlyTakers only = new OnlyTakers(frames, claims, claim -> named.contains(claim) || isOwnDeed(claim));
        for (boolean titles : new boolean[] {false, true}) {
            told.forEach((index, one) -> {
                Claim claim = all.get(index);
                if (one.inTitle() == titles && !one.named() && claim.changesHands() && !isOwnDeed(claim)) {
                    all.set(index, withTaker(one, claim, takerOf(one, all), onlyTaker(one, only)));
                }
            });
        }
        return all;
    }

    private Claim withTaker(Told one, Claim claim, Optional<ActorName> named, Optional<ActorName> only) {
        Optional<ActorName> taker = named.or(() -> only);
        if (taker.isEmpty()) {
            return claim;
        }
        String why = named.isPresent()
                ? "another sentence names who took it: "
                : "the report tells of no other side that takes places there: ";
        return claim.asTakenBy(
                frames.typeIfTakenBy(one.finding(), taker.get()),
                taker.get(),
                why + taker.get().name());
    }

    /** The one side that the report tells of as taking places of that country. */
    private Optional<ActorName> onlyTaker(Told one, OnlyTakers takers) {
        Claim claim = one.claim();
        return claim.place() == null || claim.actor() != null
                ? Optional.empty()
                : takers.of(claim.place().country())
                        .filter(taker -> !isSame(claim.target(), taker) && frames.maySpeakFor(claim.claimant(), taker));
    }

    private boolean isOwnDeed(Claim claim) {
        return claim.claimant() != null && claim.actor() != null && frames.isSameSide(claim.claimant(), claim.actor());
    }

    private Optional<ActorName> takerOf(Told one, List<Claim> claims) {
        List<ActorName> takers = told.entrySet().stream()
                .filter(other -> !other.getValue().equals(one) && tellsSame(one, other.getValue()))
                .filter(other -> one.inTitle() || other.getValue().named())
                .map(other -> claims.get(other.getKey()).actor())
                .filter(Objects::nonNull)
                .toList();
        boolean anyNamed = told.values().stream().anyMatch(other -> other.named() && tellsSame(one, other));
        if (takers.isEmpty() || !anyNamed) {
            return Optional.empty();
        }
        ActorName first = takers.get(0);
        boolean agreed = takers.stream().allMatch(other -> frames.isSameSide(other, first))
                && !isSame(one.claim().target(), first)
                && !isSame(one.claim().actor(), first);
        return agreed ? Optional.of(first) : Optional.empty();
    }

    /** Can the other tell of the same taking? */
    private static boolean tellsSame(Told one, Told other) {
        if (!Objects.equals(other.claim().place(), one.claim().place())) {
            return false;
        }
        if (one.inTitle()) {
            return !other.inTitle() && other.claim().changesHands();
        }
        boolean sameSentence = one.claim().sentence() == other.claim().sentence();
        if (!other.claim().changesHands()) {
            // "Islamic State was driven out of Raqqa, and the SDF took its last positions"
            return sameSentence
                    && one.claim().target() != null
                    && one.claim().position() < other.claim().position();
        }
        return one.back() && other.back();
    }

    private boolean isSame(@Nullable ActorName one, ActorName other) {
        return one != null && frames.isSameSide(one, other);
    }
}
