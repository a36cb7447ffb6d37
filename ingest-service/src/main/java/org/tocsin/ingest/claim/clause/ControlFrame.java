package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;

/** "Rebels are in control of X", "M23, now in control of X", "in X the army is in control again", "they have full control of X". */
final class ControlFrame {
    private static final Set<String> NEWLY = Set.of("newly", "now", "back", "again");

    private final FindingMaker maker;
    private final HoldNews news;

    ControlFrame(FindingMaker maker, HoldNews news) {
        this.maker = maker;
        this.news = news;
    }

    /** "M23, now in control of the town, ...", "Taliban in control of city after assault" in a headline. */
    List<Finding> nowIn(Roles roles, TriggerAt at, int first) {
        Syntax syntax = roles.syntax;
        boolean headline = syntax.words.title() && first == 2 && HoldNews.isFollowed(syntax, at.phrase());
        boolean named = syntax.words.lower(at.start()).equals("control");
        boolean setOff = named
                && syntax.is(first - 2, Kind.ADVERB)
                && NEWLY.contains(syntax.lower(first - 2))
                && syntax.is(first - 3, Kind.COMMA)
                && syntax.is(first - 4, Kind.NOUN);
        // "M23 now in control of town": a headline without a verb
        boolean verbless = named
                && NEWLY.contains(syntax.lower(first - 2))
                && syntax.is(first - 3, Kind.NOUN)
                && syntax.verbBefore(first) < 0;
        int holder = headline ? 0 : verbless ? first - 3 : first - 4;
        List<PlaceRole> places =
                setOff || headline || verbless ? roles.placesIn(syntax.genitive(at.phrase())) : List.of();
        Optional<PartyRole> actor = places.isEmpty()
                ? Optional.empty()
                : roles.partyAt(holder, VerbFrames.first(places)).filter(PartyRole::armed);
        return actor.isEmpty()
                ? List.of()
                : maker.all(roles, HandsFrame.told(at, true), places, actor, Optional.empty(), "now in control of");
    }

    /** "rebels were in control of the town on Monday": news where a day is told or it is announced, else only that they hold it. */
    List<Finding> in(Roles roles, TriggerAt at, int verb) {
        Syntax syntax = roles.syntax;
        int phrase = at.phrase();
        if (!syntax.words.lower(at.start()).equals("control")) {
            return List.of();
        }
        OptionalInt of = syntax.genitive(phrase);
        List<PlaceRole> places = of.isPresent() ? roles.placesIn(of) : placeOpening(roles, verb);
        Optional<PartyRole> actor = places.isEmpty()
                ? Optional.empty()
                : roles.firstParty(syntax.subjectsOf(verb), VerbFrames.first(places))
                        .filter(PartyRole::armed);
        if (actor.isEmpty()) {
            return List.of();
        }
        int end = syntax.phrase(of.isPresent() ? of.getAsInt() : phrase).end();
        boolean change = news.isControlNews(syntax, verb, phrase, end)
                && (isAgain(syntax, verb, end) || !HoldNews.isHome(actor.get(), VerbFrames.first(places)));
        return maker.all(
                roles, HandsFrame.told(at, change).governedBy(verb), places, actor, Optional.empty(), "in control of");
    }

    /** "back in control of", "in control again": it had been lost, also by the state whose place it is. */
    private static boolean isAgain(Syntax syntax, int verb, int end) {
        Words words = syntax.words;
        return words.anyOf(syntax.phrase(verb).start(), Math.min(words.to(), end + 1), Set.of("back", "again"));
    }

    /** X of "In X, which the rebels left, the army is in control again". */
    private static List<PlaceRole> placeOpening(Roles roles, int verb) {
        Syntax syntax = roles.syntax;
        for (int i = 0; i < Math.min(verb, 3); i++) {
            if (syntax.isPreposition(i, Set.of("in", "at"))) {
                return roles.placesIn(syntax.nounAfter(i));
            }
        }
        return List.of();
    }

    /** "they have full control of the town", "now have control of the town": news from whoever is no government. */
    List<Finding> have(Roles roles, TriggerAt at, List<PlaceRole> places) {
        Syntax syntax = roles.syntax;
        List<Integer> who = syntax.subjectsOf(at.phrase());
        Optional<PartyRole> actor =
                roles.firstParty(who, VerbFrames.first(places)).filter(PartyRole::armed);
        if (actor.isEmpty()) {
            return List.of();
        }
        int verb = syntax.phrase(at.phrase()).head();
        boolean now = syntax.words.anyOf(verb - 2, verb, Set.of("now"));
        boolean full = syntax.words.anyOf(verb, at.start(), Set.of("full", "complete", "total", "entire"));
        boolean sayNow = now && !who.isEmpty() && roles.isPronoun(who.get(0));
        boolean change = sayNow || ((now || full) && !HoldNews.isHome(actor.get(), VerbFrames.first(places)));
        return maker.all(roles, HandsFrame.told(at, change), places, actor, Optional.empty(), "have control");
    }
}
