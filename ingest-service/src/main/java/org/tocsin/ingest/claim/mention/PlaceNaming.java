package org.tocsin.ingest.claim.mention;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.reference.Place;

/**
 * How surely a name is that of a place and not of a person, an organisation or a thing, going by the words beside it. A plain sum: what is above {@link #ENOUGH} is a
 * place.
 */
final class PlaceNaming {
    static final double ENOUGH = 0.9;

    /** The sum of what leaves no doubt: a dateline, "Paris, Texas". */
    static final double CERTAIN = 4.5;

    private static final double AT = 3;
    private static final double TOWARD = 1.5;
    private static final double KIND_OF = 3;
    private static final double SIDE = 2;
    private static final double PLACE_AFTER = 1.5;
    private static final double FOUGHT_OVER = 2;
    private static final double AREA_BEHIND = 4;
    private static final double APPOSED = 3;
    private static final double LISTED = 0.7;
    private static final double DATELINE = 4.5;
    private static final double TITLE = -4;
    private static final double PERSON = -4;
    private static final double LONGER_NAME = -2.5;
    private static final double WORD_BEHIND = -1.5;
    private static final double ORGANISATION = -6;
    private static final double FOREIGN_NAME = -0.8;
    private static final double SPEAKS = -1.5;
    private static final double ORDINARY_WORD = -2;

    /** What names of Arabic places begin with. */
    private static final Set<String> PREFIXES = Set.of(
            "tal", "tall", "tel", "tell", "deir", "dayr", "kafr", "khan", "ain", "ayn", "ras", "umm", "abu", "wadi",
            "beit", "bayt", "jabal", "jebel", "bir", "al", "el", "qalat", "khirbat", "marj", "burj");

    /** Within a longer name: "Lanao del Sur". */
    private static final Set<String> PARTICLES =
            Set.of("del", "de", "da", "do", "dos", "du", "di", "della", "van", "von");

    private static final Set<String> LISTING = Set.of(",", "and", "or", "&");
    private static final Set<String> DAYS = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "jan.",
            "feb.",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private final List<Token> tokens;
    final NamedText text;
    private final Cues cues;

    PlaceNaming(List<Token> tokens, @Nullable Mention[] byToken, Cues cues) {
        this.tokens = tokens;
        this.text = new NamedText(tokens, byToken);
        this.cues = cues;
    }

    double evidence(Mention.OfPlace named) {
        if (isOnlyPrefix(named) || new Outlets(text, cues).contain(named)) {
            return ORGANISATION;
        }
        double sum = nameItself(named);
        if (Datelines.contain(named, text)) {
            return sum + DATELINE;
        }
        return sum + before(named) + after(named);
    }

    /** "Tal" of "Tal Manis", "Deir" of "Deir Foul": the first word of a name that no list has. */
    private boolean isOnlyPrefix(Mention.OfPlace named) {
        return named.end() - named.start() == 1
                && PREFIXES.contains(text.lower(named.start()))
                && text.startsCapital(named.end())
                && text.at(named.end()) == null;
    }

    /** Large towns are named more often than the people and things that bear their name. */
    private double nameItself(Mention.OfPlace named) {
        Place first = named.place();
        double sum = Math.max(0, Math.min(2, (Math.log10(first.population() + 1.0) - 3.7) * 0.9));
        sum += first.feature().equals("PPLC") ? 1.5 : 0;
        sum += named.end() - named.start() > 1 ? 1 : 0;
        sum += named.exact() ? 0.3 : -0.3;
        sum += isMainName(named) || cues.conflict.contains(first.country()) ? 0 : FOREIGN_NAME;
        String lower = text.lower(named.start());
        if (named.end() - named.start() == 1 && (cues.words.contains(lower) || cues.given.contains(lower))) {
            sum += ORDINARY_WORD;
        }
        return sum;
    }

    /** Whether a bearer is shown under this name; otherwise it is an old, a foreign or a longer one. */
    private boolean isMainName(Mention.OfPlace named) {
        String written = tokens.get(named.start()).text();
        boolean one = named.end() - named.start() == 1;
        return !one
                || named.candidates().stream().anyMatch(place -> place.name().equalsIgnoreCase(written));
    }

    private double before(Mention.OfPlace named) {
        int s = named.start();
        String before = text.lower(s - 1);
        String before2 = text.lower(s - 2);
        if (before.isEmpty()) {
            return 0;
        }
        if (PARTICLES.contains(before) && s > 1 && tokens.get(s - 2).capitalised()) {
            return ORGANISATION;
        }
        double sum = 0;
        boolean between = before.equals("and")
                && (text.lower(s - 3).equals("between") || text.lower(s - 4).equals("between"));
        if (between) {
            sum += TOWARD;
        } else if (before.equals("them") && (before2.equals("among") || before2.equals("of"))) {
            sum += TOWARD;
        } else if (cues.at.contains(before)) {
            sum += AT;
        } else if (cues.toward.contains(before)) {
            sum += TOWARD;
        } else if (before.equals("of")) {
            sum += ofBefore(before2, s);
        } else if (cues.side.contains(before)) {
            sum += SIDE;
        } else if (before.equals("the")
                && !text.startsLower(named.end())
                && !cues.municipal.contains(text.lower(named.end()))) {
            sum -= 1;
        }
        if (text.isTrigger(cues.triggers, s - 1) || text.isTrigger(cues.triggers, s - 2)) {
            sum += FOUGHT_OVER;
        }
        if (LISTING.contains(before) && text.at(s - 2) instanceof Mention.OfPlace) {
            sum += LISTED;
        }
        return sum + personBefore(s);
    }

    private double ofBefore(String before2, int s) {
        boolean capital = s > 1 && tokens.get(s - 2).capitalised();
        if (cues.organisationOf.contains(before2) && capital) {
            return ORGANISATION;
        }
        return cues.kind.contains(before2) ? KIND_OF : 0.7;
    }

    private double personBefore(int s) {
        if (s < 1) {
            return 0;
        }
        Token token = tokens.get(s - 1);
        String before = token.lower();
        String bare = before.endsWith(".") ? before.substring(0, before.length() - 1) : before;
        if (cues.title.contains(bare)) {
            return token.capitalised() ? TITLE : TITLE * 0.6;
        }
        if (!token.capitalised() || !token.isWord() || token.isNumber()) {
            return 0;
        }
        boolean initial = bare.length() == 1 && !before.equals("a") && !before.equals("i");
        if (initial || (cues.given.contains(before) && !(text.at(s - 1) instanceof Mention.OfRegion))) {
            return PERSON;
        }
        if (text.inCapitals(s)) {
            return 0;
        }
        @Nullable Mention other = text.at(s - 1);
        if (other != null) {
            return other instanceof Mention.OfPlace ? LONGER_NAME : 0;
        }
        boolean known = cues.words.contains(before)
                || cues.side.contains(before)
                || cues.at.contains(before)
                || cues.toward.contains(before)
                || cues.commonNouns.contains(before)
                || cues.notPlaces.contains(before)
                || cues.triggers.knows(before)
                || text.isAuxiliary(s - 1);
        if (known || token.allCapitals()) {
            return 0;
        }
        return text.begins(s - 1) ? LONGER_NAME * 0.6 : LONGER_NAME;
    }

    private double after(Mention.OfPlace named) {
        int e = named.end();
        if (e >= tokens.size()) {
            return 0;
        }
        double sum = 0;
        String after = text.lower(e);
        Token token = tokens.get(e);
        if (text.areaBehind(e) != null) {
            sum += AREA_BEHIND;
        } else if (after.equals(",")) {
            sum += apposition(e + 1);
            sum += text.begins(named.start())
                            && text.startsCapital(e + 1)
                            && text.lower(e + 2).equals(",")
                    ? LISTED
                    : 0;
        }
        if (LISTING.contains(after) && text.at(e + 1) instanceof Mention.OfPlace) {
            sum += LISTED;
        }
        int verb = text.verbBehind(e);
        if (text.isTrigger(cues.triggers, e)
                || text.isTrigger(cues.triggers, e + 1)
                || text.isTrigger(cues.triggers, verb)) {
            sum += FOUGHT_OVER;
        }
        if (after.equals("'s") && isOrganisation(e + 1)) {
            return sum + ORGANISATION;
        }
        if (!token.capitalised() || !token.isWord()) {
            boolean known = named.place().feature().equals("PPLC") || named.end() - named.start() > 1;
            sum += cues.placeAfter.contains(after) ? PLACE_AFTER : 0;
            sum += cues.personVerb.contains(after) && !known ? SPEAKS : 0;
            return sum;
        }
        if (cues.municipal.contains(after)
                || (text.startsCapital(e + 1) && cues.municipal.contains(text.lower(e + 1)))) {
            return sum;
        }
        if (isOrganisation(e) || isOrganisation(e + 1)) {
            return sum + ORGANISATION;
        }
        if (text.inCapitals(named.start())
                || DAYS.contains(after)
                || text.at(e) instanceof Mention.OfCountry
                || token.allCapitals()) {
            return sum;
        }
        if (cues.placeAfter.contains(after)) {
            return sum;
        }
        return sum + (isFirstName(named) ? PERSON : WORD_BEHIND);
    }

    /** ", a mining town", ", in the province". */
    private double apposition(int i) {
        String first = text.lower(i);
        if (first.equals("in")) {
            return APPOSED / 2;
        }
        if (first.equals("a") || first.equals("an") || first.equals("the")) {
            for (int j = i + 1;
                    j < Math.min(tokens.size(), i + 6) && tokens.get(j).isWord();
                    j++) {
                if (cues.settlement.contains(text.lower(j)) || NamedRoles.AREAS.contains(text.lower(j))) {
                    return APPOSED;
                }
            }
        }
        return 0;
    }

    /** Whether the words before say that the name is a person's: a title, a given name, an initial. */
    boolean isPerson(Mention.OfPlace named) {
        return personBefore(named.start()) <= LONGER_NAME || isFirstName(named);
    }

    private boolean isFirstName(Mention.OfPlace named) {
        int e = named.end();
        return named.end() - named.start() == 1
                && cues.given.contains(text.lower(named.start()))
                && e < tokens.size()
                && tokens.get(e).capitalised()
                && !cues.organisation.contains(text.lower(e))
                && !text.inCapitals(named.start());
    }

    private boolean isOrganisation(int i) {
        return i < tokens.size() && tokens.get(i).capitalised() && cues.organisation.contains(text.lower(i));
    }
}
