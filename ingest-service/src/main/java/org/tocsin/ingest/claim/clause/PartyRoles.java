package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorKind;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Country;
import org.tocsin.reference.Place;

/** Reads noun phrases as parties. A known name is resolved; a generic one only where the report leaves no doubt; else it stays described. */
final class PartyRoles {
    /** Armed when an armed word stands before: "rebel movements". */
    private static final Set<String> BANDS = Set.of("movements", "networks", "commanders", "bands");

    /** Whose they are goes without saying where their ministry speaks. */
    private static final Set<String> OWN = Set.of("soldiers", "troops", "marines", "paratroopers");

    /** Of a state, where nothing else is said. */
    private static final Set<String> SOLDIERS = Set.of("soldiers", "troops", "army", "marines", "commandos");

    /** Those of an organisation can hold a town. */
    private static final Set<String> PEACEKEEPERS = Set.of("peacekeepers", "troops", "soldiers", "forces");

    private final Actors actors;
    private final Countries countries;
    private final GenericParties generic;
    private final Set<String> state;
    private final Set<String> armed;
    private final Set<String> group;
    private final Set<String> forces;
    private final List<String> statePhrases;
    private final Seats seats;
    private final Peoples peoples;

    PartyRoles(WordLists parties, Actors actors, Countries countries) {
        this.actors = actors;
        this.countries = countries;
        this.generic = new GenericParties(parties);
        this.state = parties.words("state");
        this.armed = parties.words("armed");
        this.group = parties.words("group");
        this.forces = parties.words("forces");
        this.seats = new Seats(parties, countries);
        this.peoples = new Peoples(actors);
        this.statePhrases = parties.phrases("state-phrases");
    }

    /** The party that the noun phrase names, seen from {@code place}: "the army" is that of the place's country. */
    Optional<PartyRole> of(Scene scene, int noun, Optional<Place> place) {
        Syntax syntax = scene.syntax();
        if (noun < 0 || !syntax.is(noun, Kind.NOUN)) {
            return Optional.empty();
        }
        int last = syntax.lastOfPossessives(noun);
        Phrase phrase = syntax.phrase(last);
        int start = syntax.phrase(syntax.firstOfPossessives(last)).start();
        return inPhrase(scene, start, phrase, place).or(() -> behindOf(scene, syntax.phraseOf(phrase.head()), place));
    }

    /** The party that owns the next noun: "ISIS's". */
    Optional<PartyRole> owning(Scene scene, int noun, Optional<Place> place) {
        Syntax syntax = scene.syntax();
        Phrase phrase = syntax.phrase(noun);
        int first = syntax.firstOfPossessives(noun);
        return inPhrase(scene, syntax.phrase(first).start(), phrase, place);
    }

    Optional<PartyRole> inPhrase(Scene scene, int start, Phrase phrase, Optional<Place> place) {
        Words words = scene.words();
        String head = words.lower(phrase.head());
        boolean people = armed.contains(head) || forces.contains(head) || group.contains(head) || state.contains(head);
        Optional<Country> own = coordinatedOwn(words, start, phrase.head(), place);
        if (own.isPresent()) {
            return government(own.get().code(), start, phrase.end());
        }
        Mention.OfParty named = words.lastParty(start, phrase.head() + 1);
        if (named != null && (named.end() == phrase.head() + 1 || people)) {
            PartyRole party = known(scene, named, start, phrase.end(), place);
            boolean sent = !party.armed() && PEACEKEEPERS.contains(head);
            return Optional.of(sent ? party.underArms() : party);
        }
        if (head.equals("it") || head.equals("they") || head.equals("them") || head.equals("who")) {
            return Optional.empty();
        }
        Optional<Country> country =
                words.firstCountry(start, phrase.head() + 1).or(() -> countryBehind(words, phrase.end()));
        boolean stateWord = state.contains(head)
                || isStatePhrase(words, start, phrase.head())
                || (forces.contains(head) && words.anyOf(start, phrase.head(), state));
        if (country.isPresent() && isAgainstState(words, start, phrase.head()) && forces.contains(head)) {
            // "Libya's anti-government forces", "Syria's rebel forces"
            return Optional.of(PartyRole.described(words, start, phrase.end(), true));
        }
        if (country.isPresent() && (head.equals("forces") || (stateWord && !armed.contains(head)))) {
            return government(country.get().code(), start, phrase.end());
        }
        if (words.mention(phrase.head()) instanceof Mention.OfCountry land && !land.demonym()) {
            return government(land.country().code(), start, phrase.end());
        }
        if (words.mention(phrase.head()) instanceof Mention.OfCountry nation && isPeople(words, phrase.head())) {
            boolean theirOwn = place.map(Place::country)
                    .filter(nation.country().code()::equals)
                    .isPresent();
            return theirOwn ? Optional.empty() : government(nation.country().code(), start, phrase.end());
        }
        if (words.mention(phrase.head()) instanceof Mention.OfPlace capital) {
            return metonym(words, capital, start, phrase.end());
        }
        Optional<Country> seat = seats.countryOf(words, start, phrase);
        if (seat.isPresent()) {
            return government(seat.get().code(), start, phrase.end());
        }
        Optional<ActorName> introduced = scene.memory().institution(head);
        if (stateWord && introduced.isPresent() && phrase.head() - start <= 1) {
            // "the ministry", which was Russia's before
            boolean government =
                    introduced.get().id() != null && introduced.get().id().startsWith("government-of-");
            return Optional.of(new PartyRole(introduced.get(), true, government, start, phrase.end()));
        }
        if (stateWord) {
            boolean foreign = generic.hasPartisanWord(words, start, phrase.head())
                    || GenericParties.isLoyalToOther(words, phrase.end());
            Optional<PartyRole> sayers = foreign ? Optional.empty() : sayersOwn(scene, start, phrase);
            if (sayers.isPresent()) {
                return sayers;
            }
            String code = scene.country(place);
            return foreign || code.isEmpty()
                    ? Optional.of(PartyRole.described(words, start, phrase.end(), true))
                    : government(code, start, phrase.end());
        }
        if (BANDS.contains(head) && phrase.head() > start && armed.contains(words.lower(phrase.head() - 1))) {
            return Optional.of(PartyRole.described(words, start, phrase.end(), true));
        }
        if (armed.contains(head) || group.contains(head) || forces.contains(head)) {
            boolean armedWord = armed.contains(head) || words.anyOf(start, phrase.head(), armed);
            return Optional.of(generic.of(scene, start, phrase, place, armedWord, group.contains(head)));
        }
        return Peoples.isOne(head) && !words.title() ? peoples.of(scene, start, phrase, place) : Optional.empty();
    }

    /** "the defence ministry of Russia". */
    static Optional<Country> countryBehind(Words words, int end) {
        int at = words.lower(end + 1).equals("the") ? end + 2 : end + 1;
        boolean of = words.lower(end).equals("of") && at < words.to();
        return of && words.mention(at) instanceof Mention.OfCountry land && !land.demonym()
                ? Optional.of(land.country())
                : Optional.empty();
    }

    /** "the Russians", who in a town of another country are Russia's forces. */
    private static boolean isPeople(Words words, int token) {
        return words.lower(token).endsWith("s") && !words.lower(token).endsWith("ss");
    }

    /** "fighters of the Islamic State", "forces of the Syrian government". */
    private Optional<PartyRole> behindOf(Scene scene, int noun, Optional<Place> place) {
        Syntax syntax = scene.syntax();
        String head = scene.words().lower(syntax.phrase(noun).head());
        boolean people = armed.contains(head)
                || forces.contains(head)
                || group.contains(head)
                || head.equals("members")
                || head.equals("hundreds")
                || head.equals("dozens");
        Phrase phrase = syntax.phrase(noun);
        // "troops of the council": not those of the country
        boolean soldiers = SOLDIERS.contains(head) && syntax.isPreposition(noun + 1, Set.of("of"));
        int of = people || soldiers ? Members.ownerBehind(syntax, noun) : -1;
        boolean whose =
                scene.words().firstCountry(phrase.start(), phrase.head()).isPresent()
                        || scene.words().lastParty(phrase.start(), phrase.head()) != null;
        if (whose && syntax.isPreposition(noun + 1, Set.of("from"))) {
            // "won back by Ethiopian forces from the rebels"
            return Optional.empty();
        }
        if (!syntax.is(of, Kind.NOUN) || isRebelsOfLand(scene, head, of)) {
            return Optional.empty();
        }
        return inPhrase(scene, syntax.phrase(of).start(), syntax.phrase(syntax.lastOfPossessives(of)), place);
    }

    /** "the rebels of Syria": they are of the country, and not its government's. */
    private boolean isRebelsOfLand(Scene scene, String head, int of) {
        Phrase land = scene.syntax().phrase(of);
        return (armed.contains(head) || group.contains(head))
                && scene.words().mention(land.head()) instanceof Mention.OfCountry;
    }

    /** The party that "fighters of X" names, where "fighters" alone would be generic. */
    Optional<PartyRole> withMembers(Scene scene, int noun, Optional<Place> place) {
        Optional<PartyRole> inner = noun < 0 ? Optional.empty() : behindOf(scene, noun, place);
        return inner.isPresent() && inner.get().name().id() != null ? inner : of(scene, noun, place);
    }

    /** The party that the words of the phrase before {@code token} name: "Taliban" of "the Taliban takeover". */
    Optional<PartyRole> before(Scene scene, Phrase phrase, int token, Optional<Place> place) {
        if (token <= phrase.start()) {
            return Optional.empty();
        }
        return inPhrase(
                scene, phrase.start(), new Phrase(Kind.NOUN, phrase.start(), token, token - 1, false, null), place);
    }

    PartyRole known(Scene scene, Mention.OfParty mention, int start, int end, Optional<Place> place) {
        List<Actor> candidates = mention.candidates();
        String code = scene.country(place);
        Actor actor = candidates.stream()
                .filter(one -> one.countries().contains(code))
                .findFirst()
                .orElse(candidates.get(0));
        boolean stateForce =
                actor.kind() == ActorKind.ARMED_FORCE && actors.side(actor.id()).startsWith("government-of-");
        Actor side = stateForce ? actors.byId(actors.side(actor.id())).orElse(actor) : actor;
        boolean government = actors.side(actor.id()).startsWith("government-of-");
        boolean fights = government || (actor.kind() != ActorKind.ORGANISATION && actor.kind() != ActorKind.OBSERVER);
        return new PartyRole(new ActorName(side.id(), side.name()), fights, government, start, end);
    }

    Optional<PartyRole> government(String code, int start, int end) {
        return countries
                .byCode(code)
                .flatMap(country -> actors.byId(country.government()))
                .map(actor -> new PartyRole(new ActorName(actor.id(), actor.name()), true, true, start, end));
    }

    /** "The defence ministry of Russia said soldiers had won": its own, in whichever country. */
    private Optional<PartyRole> sayersOwn(Scene scene, int start, Phrase phrase) {
        Syntax syntax = scene.syntax();
        int noun = syntax.phraseOf(phrase.head());
        int verb = syntax.is(noun - 1, Kind.SUBORDINATOR) ? noun - 2 : noun - 1;
        boolean bare = start == phrase.head() && OWN.contains(scene.words().lower(start));
        if (!bare || !syntax.is(verb, Kind.VERB) || !syntax.isSaying(verb) || !syntax.is(verb - 1, Kind.NOUN)) {
            return Optional.empty();
        }
        Phrase sayer = syntax.phrase(verb - 1);
        Mention.OfParty named = scene.words().lastParty(sayer.start(), sayer.head() + 1);
        return named == null
                ? Optional.empty()
                : Optional.of(known(scene, named, start, phrase.end(), Optional.empty()))
                        .filter(PartyRole::government);
    }

    /** A capital that stands for its government: "Kyiv". */
    private Optional<PartyRole> metonym(Words words, Mention.OfPlace named, int start, int end) {
        String name = words.text(named.start(), named.end());
        return seats.ofCapital(name).flatMap(country -> government(country.code(), start, end));
    }

    /** "Iraqi and American troops" in Iraq: of the two states the one whose place it is. */
    private static Optional<Country> coordinatedOwn(Words words, int start, int head, Optional<Place> place) {
        for (int i = start; i < head; i++) {
            boolean joined =
                    words.lower(i + 1).equals("and") || words.lower(i - 1).equals("and");
            if (joined
                    && words.mention(i) instanceof Mention.OfCountry named
                    && place.isPresent()
                    && named.country().code().equals(place.get().country())) {
                return Optional.of(named.country());
            }
        }
        return Optional.empty();
    }

    private boolean isAgainstState(Words words, int start, int head) {
        for (int i = start; i < head; i++) {
            String lower = words.lower(i);
            if (armed.contains(lower) || lower.startsWith("anti-") || lower.equals("opposition")) {
                return true;
            }
        }
        return false;
    }

    private boolean isStatePhrase(Words words, int start, int head) {
        String two = words.lower(head - 1) + " " + words.lower(head);
        return head > start && statePhrases.contains(two);
    }

    /** The government whose office the phrase names beside its capital: "the Moscow defence ministry". */
    Optional<PartyRole> seatedIn(Words words, int start, Phrase phrase) {
        return seats.countryOf(words, start, phrase)
                .flatMap(country -> government(country.code(), start, phrase.end()));
    }

    /** Does the word mean armed people or what they fight with, whoever they are? */
    boolean isForce(String lower) {
        return forces.contains(lower) || armed.contains(lower) || state.contains(lower);
    }
}
