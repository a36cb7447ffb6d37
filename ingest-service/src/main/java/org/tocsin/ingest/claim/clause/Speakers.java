package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Place;

/** Reads noun phrases as those who say something: "an ISIS spokesman", "residents", "the ministry". */
final class Speakers {
    /** Of a person, behind the title. */
    private static final int NAME_WORDS = 3;

    private static final Set<String> LEADERS = Set.of("leader", "chief", "boss", "head");

    private final PartyRoles parties;
    private final Set<String> source;
    private final Set<String> institutions;
    private final Set<String> titles;

    Speakers(PartyRoles parties, WordLists words) {
        this.parties = parties;
        this.source = words.words("source");
        this.institutions = words.words("institutions");
        this.titles = words.words("titles");
    }

    /** The party that "we" is when its spokesman speaks: "an ISIS spokesman", "Azerbaijan's president", "the rebel commander". */
    Optional<PartyRole> behindSpokesman(Scene scene, int noun, Optional<Place> place) {
        Syntax syntax = scene.syntax();
        Phrase phrase = syntax.phrase(noun);
        int first = syntax.firstOfPossessives(noun);
        int start = syntax.phrase(first).start();
        Optional<PartyRole> led = ledBy(scene, start, phrase);
        if (led.isPresent()) {
            return led;
        }
        if (!isSource(scene.words().lower(phrase.head()))) {
            return officerOf(scene, noun);
        }
        Mention.OfParty party = scene.words().lastParty(start, phrase.head());
        if (party == null
                && syntax.isPreposition(noun + 1, Set.of("of", "for", "by"))
                && syntax.is(noun + 2, Kind.NOUN)) {
            Phrase of = syntax.phrase(noun + 2);
            party = scene.words().lastParty(of.start(), of.end());
        }
        if (party != null) {
            return Optional.of(parties.known(scene, party, start, phrase.end(), Optional.empty()));
        }
        return scene.words()
                .firstCountry(start, phrase.head())
                .flatMap(country -> parties.government(country.code(), start, phrase.end()))
                .or(() -> parties.before(scene, phrase, phrase.head(), place).filter(PartyRole::armed));
    }

    /** "M23's Colonel Innocent Kaina": an officer whose side is said. */
    private Optional<PartyRole> officerOf(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        String first = syntax.lower(noun);
        String title = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        int owner = noun - 1;
        return titles.contains(title)
                        && syntax.is(owner, Kind.NOUN)
                        && syntax.phrase(owner).possessive()
                ? parties.owning(scene, owner, Optional.empty()).filter(PartyRole::armed)
                : Optional.empty();
    }

    /** "RSF leader", "RSF leader Dagalo", "the leader of M23": who leads a party speaks for it. */
    private Optional<PartyRole> ledBy(Scene scene, int start, Phrase phrase) {
        Words words = scene.words();
        for (int i = Math.max(start, phrase.head() - NAME_WORDS); i <= phrase.head(); i++) {
            if (!LEADERS.contains(words.lower(i))) {
                continue;
            }
            Mention.OfParty before = words.lastParty(start, i);
            boolean owned = before != null
                    && (before.end() == i || words.lower(before.end()).equals("'s"));
            int of = words.lower(i + 2).equals("the") ? i + 3 : i + 2;
            boolean behind = i == phrase.head() && words.lower(i + 1).equals("of") && of < words.to();
            Mention.OfParty party = owned ? before : null;
            if (party == null && behind && words.mention(of) instanceof Mention.OfParty named) {
                party = named;
            }
            if (party != null) {
                return Optional.of(parties.known(scene, party, start, phrase.end(), Optional.empty()))
                        .filter(PartyRole::armed);
            }
        }
        return Optional.empty();
    }

    /** Keeps in mind whose ministry or command the sentence names with its country: "the ministry" of the next is that one. */
    void introduceInstitutions(Scene scene) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        for (int i = 0; i < syntax.size(); i++) {
            if (!syntax.is(i, Kind.NOUN)) {
                continue;
            }
            Phrase phrase = syntax.phrase(i);
            int office = institutionIn(words, phrase);
            if (office < 0) {
                continue;
            }
            int start = syntax.phrase(syntax.firstOfPossessives(i)).start();
            boolean whose = words.firstCountry(start, phrase.head()).isPresent()
                    || PartyRoles.countryBehind(words, phrase.end()).isPresent()
                    || words.lastParty(start, phrase.head() + 1) != null
                    || parties.seatedIn(words, start, phrase).isPresent();
            if (whose) {
                parties.inPhrase(scene, start, phrase, Optional.empty())
                        .filter(party -> party.name().id() != null)
                        .ifPresent(party -> scene.memory().introduce(words.lower(office), party.name()));
            }
        }
    }

    /** The token of "ministry" in "the defence ministry of Russia", also where all of it is one name; -1 where there is none. */
    private int institutionIn(Words words, Phrase phrase) {
        if (words.isOneOf(phrase.head(), institutions)) {
            return phrase.head();
        }
        for (int i = phrase.start(); i < phrase.head(); i++) {
            if (words.isOneOf(i, institutions) && words.mention(phrase.head()) instanceof Mention.OfParty) {
                return i;
            }
        }
        return -1;
    }

    /** The party of the office beside a name: "Olivier Hamuli, spokesman of the Congolese military"; "the president of Azerbaijan". */
    Optional<PartyRole> behindOffice(Scene scene, int noun, Optional<Place> place) {
        Syntax syntax = scene.syntax();
        Phrase office = syntax.phrase(noun);
        Optional<PartyRole> state = isSource(scene.words().lower(office.head()))
                ? PartyRoles.countryBehind(scene.words(), office.end())
                        .flatMap(country -> parties.government(country.code(), office.start(), office.end()))
                : Optional.empty();
        if (state.isPresent()) {
            return state;
        }
        return syntax.is(noun + 1, Kind.COMMA) && syntax.is(noun + 2, Kind.NOUN)
                ? behindSpokesman(scene, syntax.lastOfPossessives(noun + 2), place)
                : Optional.empty();
    }

    /** Is the word one that sources bear ("spokesman", "officials")? */
    boolean isSource(String lower) {
        return source.contains(lower);
    }

    /** Who speaks: a known party, government or observer where the phrase is its name; else the phrase as it stands. */
    ActorName source(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        int last = syntax.lastOfPossessives(noun);
        Phrase phrase = syntax.phrase(last);
        int first = syntax.firstOfPossessives(last);
        boolean loyal = syntax.is(last + 1, Kind.ADVERB)
                && Set.of("loyal", "faithful").contains(syntax.lower(last + 1))
                && parties.isForce(words.lower(phrase.head()));
        Optional<PartyRole> lord = loyal ? parties.withMembers(scene, last, Optional.empty()) : Optional.empty();
        if (lord.filter(party -> party.name().id() != null).isPresent()) {
            // "forces loyal to the government"
            return lord.get().name();
        }
        Optional<PartyRole> led = ledBy(scene, syntax.phrase(first).start(), phrase);
        if (led.isPresent()) {
            return led.get().name();
        }
        if (!isSource(words.lower(phrase.head())) || words.mention(phrase.head()) instanceof Mention.OfParty) {
            Optional<PartyRole> party =
                    parties.inPhrase(scene, syntax.phrase(first).start(), phrase, Optional.empty());
            boolean coordinated = syntax.is(first - 1, Kind.AND) && syntax.is(first - 2, Kind.NOUN);
            if (party.isPresent() && !coordinated) {
                if (institutions.contains(words.lower(phrase.head()))) {
                    scene.memory()
                            .introduce(words.lower(phrase.head()), party.get().name());
                }
                return party.get().name();
            }
        }
        Optional<PartyRole> seated = institutions.contains(words.lower(phrase.head()))
                ? parties.seatedIn(words, phrase.start(), phrase)
                : Optional.empty();
        if (seated.isPresent()) {
            return seated.get().name();
        }
        Optional<ActorName> known =
                institutions.contains(words.lower(phrase.head())) && phrase.end() - phrase.start() <= 3
                        ? scene.memory().institution(words.lower(phrase.head()))
                        : Optional.empty();
        if (known.isPresent()) {
            return known.get();
        }
        return asWritten(scene, first, last);
    }

    /** The phrase with its fellows before and what hangs on it behind: "residents and an official of the city's police". */
    private static ActorName asWritten(Scene scene, int first, int last) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        int start = first;
        while (syntax.is(start - 1, Kind.AND)
                && syntax.is(start - 2, Kind.NOUN)
                && !syntax.is(start - 3, Kind.PREPOSITION)) {
            start -= 2;
        }
        int end = last;
        while (syntax.isPreposition(end + 1, Set.of("of", "for", "in", "from", "at"))
                && syntax.is(end + 2, Kind.NOUN)) {
            end = syntax.lastOfPossessives(end + 2);
        }
        return ActorName.described(
                words.plain(syntax.phrase(start).start(), syntax.phrase(end).end()));
    }

    /** Does the noun phrase name somebody who can be a source: "officials", "monitor", "army"? */
    boolean isSource(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        int head = syntax.phrase(noun).head();
        boolean party = syntax.words.mention(head) instanceof Mention.OfParty;
        return party || isSource(syntax.words.lower(head));
    }

    /** Who says: the subject, or what stands behind in "said a spokesman". */
    OptionalInt subjectOrInverted(Scene scene, int verb) {
        Syntax syntax = scene.syntax();
        List<Integer> subjects = syntax.subjectsOf(verb);
        boolean inverted = syntax.is(verb - 1, Kind.COMMA) || syntax.is(verb - 1, Kind.MARK);
        boolean quoted = syntax.is(verb - 1, Kind.MARK) && ClosedWords.QUOTES.contains(syntax.lower(verb - 1));
        boolean told = syntax.words.lower(syntax.phrase(verb).head()).startsWith("t");
        OptionalInt after = syntax.nounAfter(verb);
        // "Haftar, in a speech, declared Benghazi freed": not Benghazi
        boolean object = !subjects.isEmpty()
                && (told
                        || isClauseBehind(syntax, after)
                        || (!quoted
                                && after.isPresent()
                                && !isSource(scene, after.getAsInt())
                                && PlaceNames.endsAt(scene, after.getAsInt())));
        // "The leader of the group, X, admitted the loss of Y"
        boolean titled = !subjects.isEmpty()
                && after.isPresent()
                && !isSource(scene, after.getAsInt())
                && isSource(scene, subjects.get(0));
        if (inverted && after.isPresent() && !object && !titled) {
            return after;
        }
        return subjects.isEmpty() ? OptionalInt.empty() : OptionalInt.of(subjects.get(0));
    }

    /** "The army, now in charge, says town is captured": what is said, not who says so. */
    private static boolean isClauseBehind(Syntax syntax, OptionalInt noun) {
        int verb = noun.isPresent() ? noun.getAsInt() + 1 : -1;
        return syntax.is(verb, Kind.VERB)
                && syntax.verb(verb).auxiliary()
                && !syntax.verb(verb).gerund();
    }
}
