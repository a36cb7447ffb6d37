package org.tocsin.ingest.claim.reader;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.ingest.claim.text.Token;

/** Is it about a war at all? Cities are also taken in elections, matches and films. */
final class Plausibility {
    /** So many words of war make the whole text one of war. */
    private static final int WAR_STORY = 6;

    /** So many words of elections or matches, and more than of war, make it a text of peace. */
    private static final int PEACE_STORY = 6;

    private static final int SAYER_WITHIN = 2;

    private static final int OF_PEACE = -1;
    private static final Set<String> BANDS = Set.of("group", "groups", "army", "forces");

    private final Set<String> war;
    private final Set<String> peaceful;
    private final Set<String> report;

    Plausibility(WordLists cues) {
        this.war = cues.words("war");
        this.report = cues.words("report");
        this.peaceful = cues.words("peaceful");
    }

    /** How many words of war there are, or {@link #OF_PEACE}. */
    int warWordsIn(List<Token> tokens) {
        int count = 0;
        int peace = 0;
        for (Token token : tokens) {
            count += war.contains(token.lower()) ? 1 : 0;
            peace += peaceful.contains(token.lower()) ? 1 : 0;
        }
        return peace >= PEACE_STORY && peace > count ? OF_PEACE : count;
    }

    /** @param warWords how many words of war the whole field has, or {@link #OF_PEACE} */
    boolean accepts(Words words, Finding finding, int warWords) {
        int here = 0;
        int peace = 0;
        for (int i = words.from(); i < words.to(); i++) {
            here += war.contains(words.lower(i)) || isOfDefence(words, i) ? 1 : 0;
            // a mayor may also say that his town fell
            boolean says = words.lower(i).equals("mayor") && report.contains(words.lower(i + 1));
            peace += peaceful.contains(words.lower(i)) && !says ? 1 : 0;
        }
        boolean known = finding.actor() != null && finding.actorSure();
        if (finding.type().onPaper()) {
            return true;
        }
        boolean againstKnown = finding.target() != null && finding.target().id() != null;
        if (known || againstKnown) {
            return peace < 3 || here > 0;
        }
        if (warWords == OF_PEACE) {
            boolean deed = words.anyOf(finding.triggerStart(), finding.triggerEnd(), war);
            return here - (deed ? 1 : 0) > peace;
        }
        boolean named = finding.actor() != null;
        // an unknown party took it: only in a text of war, of which the deed alone is no proof
        if (named) {
            boolean deed = words.anyOf(finding.triggerStart(), finding.triggerEnd(), war) && !soundsArmed(finding);
            return peace == 0 ? here - (deed ? 1 : 0) > 0 || warWords > 1 : here > peace;
        }
        boolean weak = finding.trigger().has("armed")
                || finding.trigger().frame() == Frame.SLIPS
                || finding.trigger().frame() == Frame.LOSES;
        boolean weOurselves = finding.where().isPresent() && isToUs(words, finding.triggerEnd());
        boolean war =
                here > 0 || weOurselves || warWords > 1 || (finding.where().isPresent() && aSideSaysSo(words, finding));
        boolean allOfWar = peace == 1 && warWords >= WAR_STORY && !weak;
        return peace == 0 ? war || !weak : here > peace || allOfWar;
    }

    /** "the defence ministry". */
    private static boolean isOfDefence(Words words, int i) {
        return Set.of("defence", "defense").contains(words.lower(i))
                && Set.of("ministry", "minister").contains(words.lower(i + 1));
    }

    /** "Ukraine says village of X freed", "X had been taken, a Taliban spokesman said": a state or an armed party speaks. */
    private boolean aSideSaysSo(Words words, Finding finding) {
        boolean taking =
                Set.of(Frame.TAKES, Frame.LOSES).contains(finding.trigger().frame());
        for (int i = words.from() + 1; i < words.to() && taking; i++) {
            boolean according =
                    words.lower(i).equals("according") && words.lower(i + 1).equals("to");
            for (int j = i + 2; according && j < Math.min(words.to(), i + 5); j++) {
                if (words.mention(j) instanceof Mention.OfParty) {
                    return true;
                }
            }
            boolean says = report.contains(words.lower(i)) && (i < finding.triggerStart() || i >= finding.triggerEnd());
            for (int j = i - 1; says && j >= Math.max(words.from(), i - SAYER_WITHIN); j--) {
                @Nullable Mention sayer = words.mention(j);
                boolean capital = j == i - 1
                        && sayer instanceof Mention.OfPlace place
                        && place.place().feature().equals("PPLC");
                boolean state = sayer instanceof Mention.OfCountry country && !country.demonym();
                if (capital || state || sayer instanceof Mention.OfParty) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "lost to us", "freed by us": whoever says so of a place is at war for it. */
    private static boolean isToUs(Words words, int end) {
        return Set.of("to", "by").contains(words.lower(end))
                && words.lower(end + 1).equals("us");
    }

    /** "a group", "an army": others than "the movement" or "the followers", who may win elections. */
    private static boolean soundsArmed(Finding finding) {
        String name = finding.actor() == null ? "" : finding.actor().name();
        return BANDS.contains(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }
}
