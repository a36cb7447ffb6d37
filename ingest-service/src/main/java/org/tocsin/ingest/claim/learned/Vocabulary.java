package org.tocsin.ingest.claim.learned;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;

/** Stems of words and the kinds that the reader's lists know, so that what was learned of one word holds for its like. */
final class Vocabulary {
    private static final List<String> CUES = List.of(
            "negation",
            "deny",
            "untrue",
            "report",
            "hearsay",
            "modal",
            "condition",
            "fail",
            "settlement",
            "small",
            "facility",
            "most",
            "part",
            "surroundings",
            "region",
            "hold",
            "report-nouns",
            "deny-nouns",
            "plan",
            "background",
            "compass",
            "direction",
            "attack-nouns",
            "fears",
            "going-on",
            "coming");
    private static final List<String> PARTIES = List.of("state", "armed", "forces", "group", "source", "civilians");
    private static final Set<String> DATES = Set.of("weekdays", "months", "days-from-today");

    private final Triggers triggers;
    private final Map<String, String> kinds = new HashMap<>();
    private final Set<String> dates;

    Vocabulary(Triggers triggers, WordLists cues, WordLists parties) {
        this.triggers = triggers;
        for (String section : CUES) {
            cues.words(section).forEach(word -> kinds.putIfAbsent(word, section.toUpperCase(java.util.Locale.ROOT)));
        }
        for (String section : PARTIES) {
            parties.words(section).forEach(word -> kinds.putIfAbsent(word, "P-" + section));
        }
        List<String> all = new ArrayList<>();
        DATES.forEach(section -> all.addAll(cues.words(section)));
        all.remove("may");
        this.dates = Set.copyOf(all.stream().distinct().toList());
    }

    static String mask(Mention mention) {
        if (mention instanceof Mention.OfPlace) {
            return "OTHER";
        }
        if (mention instanceof Mention.OfParty party) {
            return "A-" + party.candidates().get(0).kind();
        }
        if (mention instanceof Mention.OfCountry country) {
            return country.demonym() ? "NATION" : "LAND";
        }
        return "REGION-NAME";
    }

    String stem(Words words, int t) {
        String lower = words.lower(t);
        if (words.token(t).isNumber()) {
            return isYear(lower) ? "YEAR" : "NUM";
        }
        if (dates.contains(lower)) {
            return "DATE";
        }
        if (isName(words, t)) {
            return "NAME";
        }
        boolean verb = isVerb(words, t);
        for (Trigger trigger : triggers.of(lower)) {
            if (trigger.verb() == verb) {
                return (verb ? "v:" : "n:") + trigger.forms().get(0);
            }
        }
        return stem(lower);
    }

    String kind(Words words, int t) {
        String lower = words.lower(t);
        if (words.token(t).isNumber()) {
            return isYear(lower) ? "YEAR" : "NUM";
        }
        if (dates.contains(lower)) {
            return "DATE";
        }
        if (isName(words, t)) {
            return "NAME";
        }
        boolean verb = isVerb(words, t);
        for (Trigger trigger : triggers.of(lower)) {
            if (trigger.verb() == verb && trigger.with().isEmpty()) {
                return (verb ? "V-" : "N-") + trigger.frame();
            }
        }
        String known = kinds.get(lower);
        if (known != null) {
            return known;
        }
        String tag = words.tag(t);
        return tag.equals("ADP")
                        || tag.equals("PUNCT")
                        || tag.equals("CCONJ")
                        || tag.equals("SCONJ")
                        || tag.equals("PART")
                        || tag.equals("AUX")
                ? lower
                : tag;
    }

    private static boolean isVerb(Words words, int t) {
        return words.tag(t).equals("VERB") || words.tag(t).equals("AUX");
    }

    private static boolean isName(Words words, int t) {
        return words.tag(t).equals("PROPN") && words.token(t).capitalised();
    }

    private static boolean isYear(String lower) {
        return lower.length() == 4 && (lower.startsWith("19") || lower.startsWith("20"));
    }

    static String stem(String lower) {
        int n = lower.length();
        if (n > 5 && lower.endsWith("ing")) {
            return lower.substring(0, n - 3);
        }
        if (n > 4 && (lower.endsWith("ed") || lower.endsWith("es"))) {
            return lower.substring(0, n - 2);
        }
        if (n > 3 && lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us")) {
            return lower.substring(0, n - 1);
        }
        return n > 4 && lower.endsWith("e") ? lower.substring(0, n - 1) : lower;
    }
}
