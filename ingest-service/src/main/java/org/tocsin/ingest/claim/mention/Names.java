package org.tocsin.ingest.claim.mention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

/** Finds the names of places, countries and parties in a tokenised text. */
public final class Names {
    private static final Set<String> LOWER_NAMES = Set.of("peshmerga", "taliban", "houthis", "houthi");

    private final Places places;
    private final Actors actors;
    private final Triggers triggers;
    private final Set<String> notPlaces;
    private final Set<String> commonNouns;
    private final Countries countries;

    public Names(
            Places places, Countries countries, Actors actors, Triggers triggers, WordLists cues, WordLists parties) {
        this.places = places;
        this.actors = actors;
        this.triggers = triggers;
        this.notPlaces = cues.words("not-places");
        this.commonNouns = union(List.of(
                parties.words("state"),
                parties.words("armed"),
                parties.words("forces"),
                parties.words("source"),
                parties.words("titles"),
                cues.words("settlement"),
                cues.words("facility"),
                cues.words("direction"),
                cues.words("region"),
                cues.words("report"),
                cues.words("peaceful"),
                cues.words("part")));
        this.countries = countries;
    }

    private static Set<String> union(List<Set<String>> sets) {
        return Set.copyOf(sets.stream().flatMap(Set::stream).distinct().toList());
    }

    /** The names in a tokenised text; where two overlap the longer counts. */
    public Mentions in(String text, List<Token> tokens) {
        @Nullable Mention[] found = new @Nullable Mention[tokens.size()];
        boolean titleCase = isTitleCase(tokens);
        int i = 0;
        while (i < tokens.size()) {
            Optional<Mention> mention = tokens.get(i).isWord() ? longestAt(text, tokens, i) : Optional.empty();
            if (mention.isEmpty()
                    || (mention.get() instanceof Mention.OfPlace && !titleCase && endsLongerName(tokens, found, i))) {
                i++;
                continue;
            }
            for (; i < mention.get().end(); i++) {
                found[i] = mention.get();
            }
        }
        return new Mentions(found);
    }

    /** "Bashar al-Assad", "Ban Ki-moon": an unknown capitalised word before, which does not begin the sentence, makes it the name of somebody else. */
    private boolean endsLongerName(List<Token> tokens, @Nullable Mention[] found, int i) {
        if (i < 2 || found[i - 1] != null) {
            return false;
        }
        Token before = tokens.get(i - 1);
        boolean begins =
                !tokens.get(i - 2).isWord() && !tokens.get(i - 2).text().equals(",");
        boolean known = commonNouns.contains(before.lower())
                || notPlaces.contains(before.lower())
                || triggers.knows(before.lower());
        return before.capitalised() && before.isWord() && !begins && !known && !before.allCapitals();
    }

    private static boolean isTitleCase(List<Token> tokens) {
        long capitals = tokens.stream().filter(Token::capitalised).count();
        return tokens.size() < 30 && capitals * 2 > tokens.size();
    }

    private Optional<Mention> longestAt(String text, List<Token> tokens, int i) {
        Optional<Mention> party = partyAt(text, tokens, i);
        Optional<Mention> country = countryAt(text, tokens, i);
        Optional<Mention> place = placeAt(text, tokens, i);
        Optional<Mention> best = longer(country, party);
        return longer(best, place);
    }

    private static Optional<Mention> longer(Optional<Mention> preferred, Optional<Mention> other) {
        if (preferred.isEmpty()
                || (other.isPresent() && other.get().end() > preferred.get().end())) {
            return other;
        }
        return preferred;
    }

    private Optional<Mention> countryAt(String text, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (!token.capitalised() || token.text().equals("Us")) {
            return Optional.empty();
        }
        return countries.longestAt(text, token.start()).flatMap(match -> tokenEndingAt(tokens, i, match.end())
                .map(end -> new Mention.OfCountry(i, end, match.candidates().get(0), match.demonym())));
    }

    private Optional<Mention> partyAt(String text, List<Token> tokens, int i) {
        return actors.longestAt(text, tokens.get(i).start()).flatMap(match -> tokenEndingAt(tokens, i, match.end())
                .filter(end -> looksLikeName(tokens, i, end))
                .map(end -> new Mention.OfParty(i, end, match.candidates())));
    }

    /** An alias that is also a common word needs a capital: "Is", "Shabab", "Lions". */
    private static boolean looksLikeName(List<Token> tokens, int start, int end) {
        for (int i = start; i < end; i++) {
            Token token = tokens.get(i);
            if (token.hasCapital() || token.isNumber()) {
                String word = token.text();
                return end - start > 1 || word.length() > 3 || token.allCapitals() || word.indexOf('-') > 0;
            }
        }
        return end - start > 1 || LOWER_NAMES.contains(tokens.get(start).lower());
    }

    private Optional<Mention> placeAt(String text, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean article = token.lower().startsWith("al-")
                || token.lower().startsWith("el-")
                || token.lower().startsWith("ar-");
        if ((!token.capitalised() && !article)
                || (notPlaces.contains(token.lower())
                        && i + 1 < tokens.size()
                        && !tokens.get(i + 1).capitalised())) {
            return Optional.empty();
        }
        return places.longestAt(text, token.start()).flatMap(match -> tokenEndingAt(tokens, i, match.end())
                .filter(end -> canBePlace(tokens, i, end, match.exact()))
                .map(end -> new Mention.OfPlace(i, end, match.candidates(), match.exact())));
    }

    private boolean canBePlace(List<Token> tokens, int start, int end, boolean exact) {
        Token first = tokens.get(start);
        if (end - start > 1) {
            Token last = tokens.get(end - 1);
            return last.capitalised() || last.lower().indexOf('-') > 0 || last.isNumber();
        }
        String lower = first.lower().toLowerCase(Locale.ROOT);
        boolean word = notPlaces.contains(lower) || commonNouns.contains(lower) || triggers.knows(lower);
        return !word && first.text().length() > 2 && (exact || first.text().length() > 3);
    }

    private static Optional<Integer> tokenEndingAt(List<Token> tokens, int start, int charEnd) {
        for (int i = start; i < tokens.size() && tokens.get(i).end() <= charEnd; i++) {
            if (tokens.get(i).end() == charEnd) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
