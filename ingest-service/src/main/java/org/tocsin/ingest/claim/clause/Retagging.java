package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;

/** Repairs what the tagger gets wrong where we know better: names, and our own triggers in headlines. */
final class Retagging {
    private static final Set<String> NOUN_BEFORE =
            Set.of("the", "a", "an", "its", "their", "his", "'s", "'", "this", "of", "no", "any", "whose");
    private static final Set<String> VERB_BEFORE = Set.of(
            "to", "will", "would", "could", "may", "might", "can", "should", "must", "shall", "not", "n't", "they",
            "it", "he", "we", "who", "which");

    private static final Set<String> COMPLEMENT =
            Set.of("it", "they", "he", "she", "we", "that", "to", "the", "a", "an", "its", "their");

    private static final Set<String> NOUNS_IN_LY =
            Set.of("family", "assembly", "supply", "monopoly", "anomaly", "butterfly", "daily", "weekly", "monthly");

    private final Triggers triggers;
    private final Set<String> reporting;
    private final Set<String> neverNouns;
    private final Set<String> sources;

    private final Set<String> people;

    Retagging(Triggers triggers, WordLists cues, WordLists parties) {
        this.triggers = triggers;
        this.reporting = cues.words("report");
        this.neverNouns = cues.words("never-nouns");
        this.sources = parties.words("source");
        this.people = parties.words("armed");
    }

    /** Writes better tags into the words. */
    void repair(Words words) {
        for (int i = words.from(); i < words.to(); i++) {
            String better = tagOf(words, i);
            if (!better.isEmpty()) {
                words.retag(i, better);
            }
        }
    }

    private String tagOf(Words words, int i) {
        Mention mention = words.mention(i);
        if (mention instanceof Mention.OfCountry country && country.demonym()) {
            return isNounLike(words.tag(i + 1)) || words.lower(i + 1).equals("and") ? "ADJ" : "PROPN";
        }
        if (mention != null) {
            return "PROPN";
        }
        if (!words.title()
                && i > words.from()
                && words.token(i).hasCapital()
                && !ClosedWords.SUBORDINATORS.contains(words.lower(i))
                && Set.of("ADV", "PUNCT", "X", "INTJ", "CCONJ", "SCONJ").contains(words.tag(i))) {
            return "PROPN";
        }
        if (isMisreadName(words, i)) {
            return "PROPN";
        }
        if (words.tag(i).equals("NOUN") && isAdverb(words, i)) {
            return "ADV";
        }
        if (sources.contains(words.lower(i))
                && words.tag(i).equals("ADV")
                && !words.lower(i).equals("chief")) {
            return "NOUN";
        }
        if (words.lower(i).equals("free") && words.lower(i + 1).equals("of")) {
            return "VERB";
        }
        if (neverNouns.contains(words.lower(i)) && !words.tag(i).equals("VERB")) {
            return "VERB";
        }
        if (people.contains(words.lower(i)) && !words.tag(i).equals("ADJ")) {
            return "NOUN";
        }
        boolean inverted = words.title() && words.lower(i - 1).equals(",") && isNounLike(words.tag(i + 1));
        if (words.lower(i).equals("said") || (inverted && reporting.contains(words.lower(i)))) {
            return "VERB";
        }
        boolean reported = reporting.contains(words.lower(i))
                && words.lower(i).endsWith("ed")
                && !words.tag(i).equals("VERB")
                && !isNounLike(words.tag(i + 1));
        if (reported) {
            return "VERB";
        }
        boolean beforeSaid = Set.of("said", "says").contains(words.lower(i + 1));
        if (beforeSaid && words.tag(i).equals("VERB") && sources.contains(words.lower(i))) {
            return "NOUN";
        }
        if (words.lower(i).equals("claims") && words.lower(i - 2).equals("contrary")) {
            return "NOUN";
        }
        if (reporting.contains(words.lower(i)) && words.tag(i).equals("NOUN")) {
            return isReportingVerb(words, i) ? "VERB" : "";
        }
        List<Trigger> found = triggers.of(words.lower(i));
        if (found.isEmpty()) {
            return "";
        }
        boolean verb = found.stream().anyMatch(Trigger::verb);
        boolean noun = found.stream().anyMatch(trigger -> !trigger.verb());
        if (!verb) {
            return "NOUN";
        }
        boolean perhaps = words.tag(i).equals("NOUN") && !words.title() && !isOnlyParticiple(words.lower(i), found);
        return verbOrNoun(words, i, noun || perhaps, found);
    }

    /** "Guy Philippe captured": an unknown capitalised word behind a name is no adjective. */
    private static boolean isMisreadName(Words words, int i) {
        return !words.title()
                && i > words.from()
                && words.tag(i).equals("ADJ")
                && words.token(i).capitalised()
                && words.token(i - 1).capitalised()
                && words.tag(i - 1).equals("PROPN");
    }

    /** "the heavily defended port". */
    private static boolean isAdverb(Words words, int i) {
        String lower = words.lower(i);
        return lower.length() > 5
                && lower.endsWith("ly")
                && !words.token(i).hasCapital()
                && !NOUNS_IN_LY.contains(lower)
                && Set.of("VERB", "ADJ").contains(words.tag(i + 1));
    }

    /** "army claims it holds", "..., rebels claim": a noun before, and a clause or the end behind. */
    private static boolean isReportingVerb(Words words, int i) {
        // "false claims that", "Russian claims that" are nouns
        boolean subject = isNounLike(words.tag(i - 1))
                && !words.tag(i - 1).equals("ADJ")
                && !words.lower(i - 1).equals("'s");
        boolean end =
                words.title() && (i + 1 == words.to() || words.lower(i + 1).equals(","));
        boolean name = words.title() && words.mention(i + 1) != null;
        return subject && (COMPLEMENT.contains(words.lower(i + 1)) || end || name);
    }

    private static boolean isOnlyParticiple(String lower, List<Trigger> found) {
        return found.stream()
                .filter(Trigger::verb)
                .allMatch(trigger ->
                        trigger.participle(lower) && !trigger.forms().get(0).equals(lower));
    }

    private static String verbOrNoun(Words words, int i, boolean canBeNoun, List<Trigger> found) {
        boolean afterQuote = i > words.from()
                && ClosedWords.QUOTES.contains(words.lower(i - 1))
                && words.token(i - 1).end() == words.token(i).start();
        String before = afterQuote ? words.lower(i - 2) : words.lower(i - 1);
        String after = words.lower(i + 1);
        boolean wonBack =
                found.stream().anyMatch(trigger -> trigger.has("back")) && words.anyOf(i + 1, i + 7, Set.of("back"));
        if (words.lower(i).equals("forces")
                && !isPlaceOrDeterminer(words, i + 1, after)
                && !(words.mention(i + 1) instanceof Mention.OfParty)) {
            return "NOUN";
        }
        boolean base = found.stream()
                .filter(Trigger::verb)
                .anyMatch(trigger -> trigger.forms().get(0).equals(words.lower(i)));
        if (base && Set.of("from", "in", "of", "at", "near", "into", "on").contains(before)) {
            return "NOUN";
        }
        if (VERB_BEFORE.contains(before) || (wonBack && !NOUN_BEFORE.contains(before))) {
            return "VERB";
        }
        boolean participle = found.stream().anyMatch(trigger -> trigger.verb() && trigger.participle(words.lower(i)));
        if (participle && !canBeNoun) {
            boolean attributive = (NOUN_BEFORE.contains(before)
                            || words.tag(i - 1).equals("NUM")
                            || words.tag(i - 1).equals("ADJ"))
                    && isNounLike(words.tag(i + 1));
            return attributive ? "ADJ" : "VERB";
        }
        if (NOUN_BEFORE.contains(before) && !before.equals("'s")) {
            return canBeNoun ? "NOUN" : "";
        }
        if (before.equals("'s")) {
            return canBeNoun ? "NOUN" : "";
        }
        boolean objectFollows = isPlaceOrDeterminer(words, i + 1, after);
        if (objectFollows && (isNounLike(words.tag(i - 1)) || i == words.from())) {
            return "VERB";
        }
        boolean surrenders = words.mention(i - 1) instanceof Mention.OfPlace && after.equals("to");
        if (surrenders
                && found.stream()
                        .anyMatch(trigger -> trigger.verb() && trigger.forms().contains(words.lower(i)))) {
            return "VERB";
        }
        if (canBeNoun && after.equals("of")) {
            return "NOUN";
        }
        if (!canBeNoun && words.title() && !words.tag(i).equals("VERB")) {
            return "VERB";
        }
        return "";
    }

    private static boolean isPlaceOrDeterminer(Words words, int i, String lower) {
        @Nullable Mention mention = words.mention(i);
        return mention instanceof Mention.OfPlace
                || mention instanceof Mention.OfCountry
                || ClosedWords.DETERMINERS.contains(lower)
                || lower.equals("most")
                || lower.equals("control")
                || lower.equals("key")
                || lower.equals("parts");
    }

    static boolean isNounLike(String tag) {
        return tag.equals("NOUN") || tag.equals("PROPN") || tag.equals("ADJ");
    }
}
