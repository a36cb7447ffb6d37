package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Actor;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Place;

/** The two sides of a fight: "the army and the RSF fought", "clashes between the YPG and Islamic State", "Russian and Ukrainian troops". */
record Opponents(Optional<PartyRole> one, Optional<PartyRole> other) {
    static final Opponents NONE = new Opponents(Optional.empty(), Optional.empty());

    /** The two that fight, where the last subject of the verb names both; else the one. */
    static Opponents fighting(Roles roles, Actors actors, List<Integer> subjects, Optional<Place> place) {
        if (subjects.isEmpty()) {
            return NONE;
        }
        int last = subjects.get(0);
        return inOnePhrase(roles, last)
                .filter(both -> both.areEnemies(actors))
                .or(() -> pair(roles, actors, roles.fellowBefore(last), last, place)
                        .filter(both -> both.areEnemies(actors)))
                .orElseGet(() -> new Opponents(roles.firstParty(subjects, place), Optional.empty()));
    }

    /** "between X and Y" behind a noun. */
    static Opponents between(Roles roles, Actors actors, int noun, Optional<Place> place) {
        Syntax syntax = roles.syntax;
        OptionalInt first = syntax.prepositional(noun, Set.of("between"));
        if (first.isEmpty()) {
            return NONE;
        }
        int end = first.getAsInt();
        while (syntax.isPreposition(end + 1, Set.of("of", "from")) && syntax.is(end + 2, Kind.NOUN)) {
            end = syntax.lastOfPossessives(end + 2);
        }
        if (syntax.is(end + 1, Kind.ASIDE)) {
            end++;
        }
        int second =
                syntax.is(end + 1, Kind.AND) && syntax.is(end + 2, Kind.NOUN) ? syntax.lastOfPossessives(end + 2) : -1;
        return inOnePhrase(roles, first.getAsInt())
                .or(() -> pair(roles, actors, first.getAsInt(), second, place))
                .orElse(NONE);
    }

    /** The two in the order of the text, where both are armed. */
    private static Optional<Opponents> pair(Roles roles, Actors actors, int first, int second, Optional<Place> place) {
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        Optional<PartyRole> one = roles.partyAt(first, place).filter(PartyRole::armed);
        Optional<PartyRole> other = roles.partyAt(second, place).filter(PartyRole::armed);
        boolean two = one.isPresent()
                && other.isPresent()
                && !sideOf(actors, one.get()).equals(sideOf(actors, other.get()));
        return two ? Optional.of(new Opponents(one, other)) : Optional.empty();
    }

    private static String sideOf(Actors actors, PartyRole party) {
        String id = party.name().id();
        return id == null ? party.name().name() : actors.side(id);
    }

    /** "Syrian and Russian troops fought" beside each other, "Russian and Ukrainian troops" did not: who is allied to neither is the other's enemy. */
    private boolean areEnemies(Actors actors) {
        return one.isPresent() && other.isPresent() && areEnemies(actors, one.get(), other.get());
    }

    private static boolean areEnemies(Actors actors, PartyRole one, PartyRole other) {
        String first = one.name().id();
        String second = other.name().id();
        if (first == null || second == null) {
            // "troops and insurgents", but not "troops and Shiite militias"
            boolean plain =
                    !one.name().name().contains(" ") || !other.name().name().contains(" ");
            return one.government() != other.government() && plain;
        }
        boolean allied = allies(actors, first).contains(actors.side(second))
                || allies(actors, second).contains(actors.side(first));
        return !allied && (one.government() || other.government());
    }

    private static List<String> allies(Actors actors, String id) {
        return actors.byId(id).map(Actor::allies).orElse(List.of());
    }

    /** "Russian and Ukrainian troops", "Islamic State and YPG fighters". */
    private static Optional<Opponents> inOnePhrase(Roles roles, int noun) {
        Words words = roles.syntax.words;
        Phrase phrase = roles.syntax.phrase(noun);
        boolean force = roles.parties.isForce(words.lower(phrase.head()));
        for (int and = phrase.start() + 1; and < phrase.head() && force; and++) {
            if (words.lower(and).equals("and")) {
                Optional<PartyRole> one = named(roles, words.mention(and - 1), phrase);
                Optional<PartyRole> other = named(roles, words.mention(and + 1), phrase);
                if (one.isPresent()
                        && other.isPresent()
                        && !one.get().name().equals(other.get().name())) {
                    return Optional.of(new Opponents(one, other));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PartyRole> named(Roles roles, @Nullable Mention mention, Phrase phrase) {
        if (mention instanceof Mention.OfCountry land) {
            return roles.parties.government(land.country().code(), phrase.start(), phrase.end());
        }
        return mention instanceof Mention.OfParty party
                ? Optional.of(roles.parties.known(roles.scene, party, phrase.start(), phrase.end(), Optional.empty()))
                : Optional.empty();
    }
}
