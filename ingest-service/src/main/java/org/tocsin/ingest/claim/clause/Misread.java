package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;

/** Words that the tagger takes for another part of speech again and again. */
final class Misread {
    /** Never adpositions, adverbs or verbs. */
    private static final Set<String> NOUNS = Set.of("army", "troops", "soldiers", "militants", "fighters");

    private static final Set<String> BEFORE_GERUND = Set.of("by", "after", "before", "without", "since", "of", "for");
    private static final Set<String> BEFORE_CONTROL = Set.of("under", "in", "into", "to", "from", "of");

    private final Triggers triggers;
    private final Set<String> reporting;

    Misread(Triggers triggers, WordLists cues) {
        this.triggers = triggers;
        this.reporting = cues.words("report");
    }

    /** The right tag, or empty. */
    String tagOf(Words words, int i) {
        String lower = words.lower(i);
        if (NOUNS.contains(lower) && !Retagging.isNounLike(words.tag(i))) {
            return "NOUN";
        }
        if (words.lower(i).equals("crossing") && words.mention(i - 1) instanceof Mention.OfPlace) {
            return "NOUN";
        }
        if (words.lower(i).equals("compound")
                && words.tag(i).equals("VERB")
                && Retagging.isNounLike(words.tag(i - 1))) {
            return "NOUN";
        }
        if (isSecondName(words, i)) {
            return "PROPN";
        }
        boolean gerund = lower.endsWith("ing")
                && triggers.knows(lower)
                && BEFORE_GERUND.contains(words.lower(i - 1))
                && words.token(i + 1 < words.to() ? i + 1 : i).capitalised();
        if (gerund) {
            // "by capturing Kafr Nabl"
            return "VERB";
        }
        boolean control = lower.equals("control")
                && BEFORE_CONTROL.contains(words.lower(i - 2))
                && words.mention(i - 1) instanceof Mention.OfCountry;
        if (control) {
            // "came under Russian control this week"
            return "NOUN";
        }
        // "the takeover of Garyan deals a blow"
        boolean deals = words.tag(i).equals("NOUN")
                && lower.endsWith("s")
                && !words.token(i).hasCapital()
                && words.mention(i - 1) instanceof Mention.OfPlace
                && Set.of("a", "an", "the", "its").contains(words.lower(i + 1));
        return deals ? "VERB" : "";
    }

    /** "the rebel Issam Legun", "Zhelanne Druhe": a capitalised word behind another, which is no verb of ours. */
    private boolean isSecondName(Words words, int i) {
        return !words.title()
                && i > words.from()
                && words.token(i).capitalised()
                && !words.token(i).allCapitals()
                && words.token(i - 1).capitalised()
                && Set.of("VERB", "ADV", "AUX", "PRON", "ADP").contains(words.tag(i))
                && !triggers.knows(words.lower(i))
                && !reporting.contains(words.lower(i))
                && !ClosedWords.PREPOSITIONS.contains(words.lower(i));
    }
}
