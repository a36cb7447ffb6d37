package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.mention.Mention;

/** Whether a trigger is a verb or a noun where it stands: the tagger takes many for the other, most of all in headlines. */
final class TriggerTags {
    private static final Set<String> NOUN_BEFORE =
            Set.of("the", "a", "an", "its", "their", "his", "'s", "'", "this", "of", "no", "any", "whose");

    private static final Set<String> VERB_BEFORE = Set.of(
            "to", "will", "would", "could", "may", "might", "can", "should", "must", "shall", "not", "n't", "they",
            "it", "he", "we", "who", "which");

    /** "The push on captured towns": what follows is a noun. */
    private static final Set<String> WHERE = Set.of("on", "in", "of", "near", "around", "outside", "into", "over");

    /** What fighting does: "fierce clashes raged". */
    private static final Set<String> GOES_ON = Set.of(
            "raged", "rages", "erupted", "continued", "broke", "went", "spread", "flared", "intensified", "resumed");

    private final Triggers triggers;

    private static final Set<String> FLAGS = Set.of("flag", "flags", "banner", "banners");

    TriggerTags(Triggers triggers) {
        this.triggers = triggers;
    }

    /** The better tag, or empty. */
    String of(Words words, int i) {
        List<Trigger> found = triggers.of(words.lower(i));
        if (found.stream().allMatch(trigger -> trigger.has("own-word"))) {
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
        boolean fighting = found.stream().anyMatch(trigger -> trigger.frame() == Frame.FIGHTING);
        if (fighting
                && (GOES_ON.contains(after)
                        || (after.equals("between") && words.lower(i).endsWith("s")))) {
            return "NOUN";
        }
        boolean onSomething = Set.of("assault", "attack").contains(words.lower(i)) && after.equals("on");
        if (onSomething) {
            // the verb takes its object without "on"
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
                            || words.tag(i - 1).equals("ADJ")
                            || WHERE.contains(before)
                            || isObject(words, i))
                    && Retagging.isNounLike(words.tag(i + 1));
            return attributive ? "ADJ" : "VERB";
        }
        if (NOUN_BEFORE.contains(before) && !before.equals("'s")) {
            return canBeNoun ? "NOUN" : "";
        }
        if (before.equals("'s")) {
            return canBeNoun ? "NOUN" : "";
        }
        boolean objectFollows = isPlaceOrDeterminer(words, i + 1, after);
        if (objectFollows && (Retagging.isNounLike(words.tag(i - 1)) || i == words.from())) {
            return "VERB";
        }
        // "Rebels capture town in Chad"
        boolean opens = i - 1 == words.from() && words.lower(i - 1).endsWith("s");
        if (base && opens && Retagging.isNounLike(words.tag(i - 1)) && Retagging.isNounLike(words.tag(i + 1))) {
            return "VERB";
        }
        boolean flag = found.stream().anyMatch(trigger -> trigger.frame() == Frame.FLAG) && FLAGS.contains(before);
        if (flag) {
            return "VERB";
        }
        boolean falls = words.lower(i).equals("falls")
                && words.mention(i - 1) instanceof Mention.OfPlace
                && (words.title() || !words.token(i).capitalised())
                && (i + 1 >= words.to()
                        || Set.of(":", ",", ".", ";", "as", "after", "amid", "without")
                                .contains(after));
        if (falls) {
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

    /** "Warplanes bombed captured buildings": of two verbs in a row the second belongs to the noun. */
    private static boolean isObject(Words words, int i) {
        return !words.title()
                && i - 1 > words.from()
                && words.tag(i - 1).equals("VERB")
                && words.lower(i - 1).endsWith("ed")
                && words.tag(i + 1).equals("NOUN")
                && Retagging.isNounLike(words.tag(i - 2));
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
}
