package org.tocsin.ingest.claim.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.PlaceName;
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
    private final NavigableMap<Integer, Told> told = new TreeMap<>();

    Takers(Frames frames) {
        this.frames = frames;
    }

    /**
     * @param named the sentence itself says who took the place
     * @param added learned weights tell it: it is named by others, and names none
     */
    private record Told(Claim claim, Finding finding, boolean named, boolean added) {
        boolean inTitle() {
            return claim.evidence().field().equals("title");
        }

        Optional<PlaceName> place() {
            return Optional.ofNullable(claim.place());
        }

        /** Taken back, or from somebody who held it against the state. */
        boolean back() {
            return finding.trigger().has("again") || finding.target() != null;
        }
    }

    /** Looks at a claim that is about to be the next of the list. */
    void consider(Draft draft, int index) {
        Claim claim = draft.claim();
        if (TAKING.contains(claim.type()) && claim.stance().tellsFact()) {
            boolean named = draft.found().actor() != null && draft.found().actorSure();
            told.put(index, new Told(claim, draft.finding(), named && !draft.added(), draft.added()));
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
            // what the titles are compared with is what the pass over the text left
            Map<Optional<PlaceName>, Agreement> byPlace = agreements(all, titles);
            told.forEach((index, one) -> {
                Claim claim = all.get(index);
                if (one.inTitle() == titles && !one.named() && claim.changesHands() && !isOwnDeed(claim)) {
                    all.set(index, withTaker(one, claim, takerOf(index, one, byPlace), onlyTaker(one, only)));
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

    /** Of each place, who took it as far as others tell: for a title all of the text, for the text all that name who took it back. */
    private Map<Optional<PlaceName>, Agreement> agreements(List<Claim> claims, boolean titles) {
        Map<Optional<PlaceName>, Agreement> byPlace = new HashMap<>();
        told.forEach((index, one) -> {
            boolean tells =
                    one.claim().changesHands() && !one.added() && (titles ? !one.inTitle() : one.named() && one.back());
            if (tells) {
                byPlace.computeIfAbsent(one.place(), any -> new Agreement(frames::isSameSide))
                        .add(index, claims.get(index).actor(), one.named());
            }
        });
        return byPlace;
    }

    private Optional<ActorName> takerOf(int index, Told one, Map<Optional<PlaceName>, Agreement> byPlace) {
        Agreement takers = new Agreement(frames::isSameSide);
        if (one.inTitle() || one.back()) {
            takers = byPlace.getOrDefault(one.place(), takers);
        }
        if (!one.inTitle() && one.claim().target() != null) {
            takers = takers.with(behind(index, one));
        }
        return takers.side()
                .filter(side -> !isSame(one.claim().target(), side)
                        && !isSame(one.claim().actor(), side));
    }

    /** "Islamic State was driven out of Raqqa, and the SDF took its last positions": who takes less than the place later in the sentence. */
    private Agreement behind(int index, Told one) {
        Agreement takers = new Agreement(frames::isSameSide);
        for (Map.Entry<Integer, Told> entry : told.tailMap(index, false).entrySet()) {
            Told other = entry.getValue();
            if (other.claim().sentence() != one.claim().sentence()) {
                break;
            }
            if (other.named() && !other.claim().changesHands() && other.place().equals(one.place())) {
                takers.add(entry.getKey(), other.claim().actor(), true);
            }
        }
        return takers;
    }

    private boolean isSame(@Nullable ActorName one, ActorName other) {
        return one != null && frames.isSameSide(one, other);
    }
}
