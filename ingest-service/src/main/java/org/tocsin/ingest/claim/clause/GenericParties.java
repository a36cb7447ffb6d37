package org.tocsin.ingest.claim.clause;

import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Actor;
import org.tocsin.reference.Place;

/** Reads parties that are called by a generic word, "militants", "the group": the one that the report leaves no doubt about, else described. */
final class GenericParties {
    /** May as well win elections as towns. */
    private static final Set<String> POLITICAL = Set.of("movement", "organisation", "organization", "coalition");

    /** "southern separatists" are others than the group of a report that names a group of the north. */
    private static final Set<String> DIRECTIONS = Set.of("southern", "northern", "eastern", "western");

    private final Set<String> plainAdjectives;
    private final Set<String> againstGroups;
    private final Set<String> state;

    GenericParties(WordLists parties) {
        this.plainAdjectives = parties.words("plain-adjectives");
        this.againstGroups = parties.words("against-groups");
        this.state = parties.words("state");
    }

    PartyRole of(Scene scene, int start, Phrase phrase, Optional<Place> place, boolean armedWord, boolean groupWord) {
        Words words = scene.words();
        boolean plain = !hasPartisanWord(words, start, phrase.head());
        Optional<ActorName> before = scene.memory().party();
        boolean against = againstGroups.contains(words.lower(phrase.head()));
        if (before.isPresent() && !against && words.lower(phrase.head() - 1).equals("same")) {
            return new PartyRole(before.get(), true, false, start, phrase.end());
        }
        boolean definite = words.lower(start).equals("the")
                || words.lower(start).equals("its")
                || words.lower(start).equals("their");
        boolean named = before.isPresent()
                && before.get().id() != null
                && !before.get().id().startsWith("government-of-");
        if (named && groupWord && definite && phrase.head() == start + 1) {
            // "the group": the one that was named last
            return new PartyRole(before.get(), true, false, start, phrase.end());
        }
        // "a militia allied with the army"
        boolean ofState = Set.of("loyal", "allied", "allegiant").contains(words.lower(phrase.end()))
                && words.anyOf(phrase.end(), phrase.end() + 5, state);
        if (plain && !against && !ofState && (armedWord || (groupWord && definite))) {
            Optional<Actor> only = scene.report().onlyGroup(scene.country(place));
            if (only.isPresent()) {
                return new PartyRole(
                        new ActorName(only.get().id(), only.get().name()),
                        ActorName.described(words.plain(start, phrase.end())),
                        true,
                        false,
                        start,
                        phrase.end());
            }
        }
        boolean national = words.anyOf(start, phrase.head(), Set.of("country", "nation"));
        boolean political = POLITICAL.contains(words.lower(phrase.head()));
        return PartyRole.described(words, start, phrase.end(), armedWord || (!plain && !political) || national);
    }

    /** "soldiers loyal to the ousted vice-president". */
    static boolean isLoyalToOther(Words words, int end) {
        return Set.of("loyal", "allied", "allegiant").contains(words.lower(end))
                && !words.anyOf(end, end + 5, Set.of("government", "president"));
    }

    /** Does an adjective say whose they are ("Rwanda-backed", "Kurdish", "pro-IS")? Then they are not simply those of the report. */
    boolean hasPartisanWord(Words words, int start, int head) {
        for (int i = start; i < head; i++) {
            String lower = words.lower(i);
            boolean capital = (words.token(i).capitalised()
                            && i > words.from()
                            && words.tag(i).equals("ADJ"))
                    || words.tag(i).equals("PROPN");
            boolean hyphen = lower.indexOf('-') > 0;
            boolean country = words.mention(i) instanceof Mention.OfCountry || state.contains(lower);
            boolean others = DIRECTIONS.contains(lower) && !words.lower(start).equals("the");
            if ((capital || hyphen || others) && !country && !plainAdjectives.contains(lower) && !words.title()) {
                return true;
            }
        }
        return false;
    }
}
