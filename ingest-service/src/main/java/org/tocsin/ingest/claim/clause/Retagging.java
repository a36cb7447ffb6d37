package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;

/** Repairs what the tagger gets wrong where we know better: names, adverbs, verbs of saying, and our own triggers. */
final class Retagging {
    private static final Set<String> COMPLEMENT =
            Set.of("it", "they", "he", "she", "we", "that", "to", "the", "a", "an", "its", "their");

    /** "state media": no verb. */
    private static final Set<String> STATE_RUN =
            Set.of("media", "tv", "television", "radio", "news", "broadcaster", "agency", "newspaper", "officials");

    private static final int ASIDE = 10;
    private static final Set<String> IS_FREE =
            Set.of("is", "are", "was", "were", "be", "been", "now", "declared", "declares", "to");

    private static final Set<String> NOUNS_IN_LY =
            Set.of("family", "assembly", "supply", "monopoly", "anomaly", "butterfly", "daily", "weekly", "monthly");

    private final Triggers triggers;
    private final TriggerTags triggerTags;
    private final Misread misread;
    private final Set<String> reporting;
    private final Set<String> neverNouns;
    private final Set<String> sources;
    private final Set<String> people;

    Retagging(Triggers triggers, WordLists cues, WordLists parties) {
        this.triggers = triggers;
        this.triggerTags = new TriggerTags(triggers);
        this.misread = new Misread(triggers, cues);
        this.reporting = cues.words("report");
        this.neverNouns = cues.words("never-nouns");
        this.sources = parties.words("source");
        this.people = parties.words("armed");
    }

    /** "fighting spread through the town". */
    private static final Set<String> WAYS = Set.of("through", "across", "to", "into", "over", "from");

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
        if (words.lower(i).equals("allied") && words.tag(i).equals("VERB") && isNounLike(words.tag(i + 1))) {
            return "ADJ";
        }
        if (words.lower(i).equals("spread")
                && WAYS.contains(words.lower(i + 1))
                && !ClosedWords.DETERMINERS.contains(words.lower(i - 1))) {
            return "VERB";
        }
        if (words.lower(i).equals("state") && STATE_RUN.contains(words.lower(i + 1))) {
            return "ADJ";
        }
        boolean toName = words.lower(i - 1).equals("to")
                && words.token(i).capitalised()
                && words.tag(i).equals("VERB");
        if (toName && !words.title()) {
            return "PROPN";
        }
        if (words.tag(i).equals("NOUN") && isAdverb(words, i)) {
            return "ADV";
        }
        boolean wonBack = words.lower(i).equals("back")
                && triggers.of(words.lower(i - 1)).stream().anyMatch(trigger -> trigger.has("back"));
        if (wonBack && words.tag(i - 1).equals("VERB")) {
            return "ADV";
        }
        if (words.token(i).isNumber() && words.tag(i).equals("ADV")) {
            return "NUM";
        }
        if (words.lower(i).equals("back") && Set.of("in", "under", "into", "to").contains(words.lower(i + 1))) {
            return "ADV";
        }
        if (sources.contains(words.lower(i))
                && words.tag(i).equals("ADV")
                && !words.lower(i).equals("chief")) {
            return "NOUN";
        }
        if (words.lower(i).equals("free") && Set.of("of", "from").contains(words.lower(i + 1))) {
            // "the town is free of rebels", but "a town free of rebels"
            return words.anyOf(i - 3, i, IS_FREE) ? "VERB" : words.lower(i + 1).equals("of") ? "ADJ" : "";
        }
        String name = misread.tagOf(words, i);
        if (!name.isEmpty()) {
            return name;
        }
        boolean compound = words.lower(i).indexOf('-') > 0 && !words.token(i).hasCapital();
        if (compound && Set.of("PUNCT", "ADV", "X", "SYM").contains(words.tag(i)) && isNounLike(words.tag(i + 1))) {
            return "ADJ";
        }
        if (words.lower(i).equals("first") && words.tag(i).equals("ADV") && isNounLike(words.tag(i + 1))) {
            return "ADJ";
        }
        if (i == words.from() && Set.of("into", "from", "under").contains(words.lower(i)) && isNounLike(words.tag(i))) {
            return "ADP";
        }
        boolean opens = i == words.from() && Set.of("fight", "battle").contains(words.lower(i));
        if (opens && words.lower(i + 1).equals("for")) {
            return "NOUN";
        }
        boolean lateOn = Set.of("late", "early").contains(words.lower(i))
                && words.lower(i + 1).equals("on");
        if (lateOn && !words.title()) {
            return "ADV";
        }
        if (isVerbOfTakingNoun(words, i)) {
            return "VERB";
        }
        if (neverNouns.contains(words.lower(i)) && !words.tag(i).equals("VERB")) {
            return "VERB";
        }
        if (people.contains(words.lower(i)) && !words.tag(i).equals("ADJ")) {
            return "NOUN";
        }
        boolean speaker = isNounLike(words.tag(i + 1)) || people.contains(words.lower(i + 1));
        boolean inverted = words.title() && words.lower(i - 1).equals(",") && speaker;
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
        if (Set.of("claims", "reports").contains(words.lower(i))
                && words.lower(i - 2).equals("contrary")) {
            return "NOUN";
        }
        if (reporting.contains(words.lower(i)) && words.tag(i).equals("NOUN")) {
            return isReportingVerb(words, i) ? "VERB" : "";
        }
        return triggerTags.of(words, i);
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

    /** "the town's capture cuts one of the roads": what a deed does, not a second noun. */
    private boolean isVerbOfTakingNoun(Words words, int i) {
        boolean deed = triggers.of(words.lower(i - 1)).stream().anyMatch(trigger -> !trigger.verb())
                && (words.lower(i - 2).equals("'s")
                        || words.lower(i - 2).equals("the")
                        || words.lower(i - 2).equals("its"));
        return deed && words.lower(i).endsWith("s") && words.tag(i).equals("NOUN") && !isNounLike(words.tag(i + 1));
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
        boolean plural = words.lower(i - 1).endsWith("s") && !words.lower(i).endsWith("s");
        if (i + 2 == words.to()
                && !words.token(i + 1).isWord()
                && (plural || words.tag(i - 1).equals("PROPN"))) {
            return isSetOff(words, i);
        }
        if (words.lower(i + 1).equals(",") && subject && isAside(words, i)) {
            return true;
        }
        return subject && (COMPLEMENT.contains(words.lower(i + 1)) || end || name);
    }

    /** "..., security officials concede.", "..., Garowe Online reports.": nothing but a subject stands behind a comma. */
    private static boolean isSetOff(Words words, int i) {
        int first = i - 1;
        while (isNounLike(words.tag(first - 1)) || ClosedWords.DETERMINERS.contains(words.lower(first - 1))) {
            first--;
        }
        return words.lower(first - 1).equals(",");
    }

    /** ", the ministry in Kabul claims, is": a subject and nothing else between commas, with a verb behind. */
    private static boolean isAside(Words words, int i) {
        boolean verbBehind = Set.of("AUX", "VERB").contains(words.tag(i + 2));
        for (int j = i - 1; verbBehind && j > Math.max(words.from(), i - ASIDE); j--) {
            if (words.lower(j).equals(",")) {
                return true;
            }
            if (Set.of("AUX", "VERB", "PUNCT", "CCONJ", "SCONJ").contains(words.tag(j))) {
                return false;
            }
        }
        return false;
    }

    static boolean isNounLike(String tag) {
        return tag.equals("NOUN") || tag.equals("PROPN") || tag.equals("ADJ");
    }
}
