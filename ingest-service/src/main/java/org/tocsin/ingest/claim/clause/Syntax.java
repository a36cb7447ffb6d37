package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;

/** Subjects, objects and agents of the verb groups of one sentence, found by walking its phrases. All indexes are of phrases unless said otherwise. */
public final class Syntax {
    /** No walk looks at more phrases than this: a sentence costs linear time. */
    private static final int REACH = 40;

    public final Words words;
    final List<Phrase> phrases;
    private final int[] byToken;

    Syntax(Words words, List<Phrase> phrases) {
        this.words = words;
        this.phrases = List.copyOf(phrases);
        this.byToken = new int[words.to() - words.from()];
        for (int i = 0; i < phrases.size(); i++) {
            Arrays.fill(
                    byToken,
                    phrases.get(i).start() - words.from(),
                    phrases.get(i).end() - words.from(),
                    i);
        }
    }

    public int size() {
        return phrases.size();
    }

    public Phrase phrase(int i) {
        return phrases.get(i);
    }

    public boolean is(int i, Kind kind) {
        return i >= 0 && i < phrases.size() && phrases.get(i).kind() == kind;
    }

    /** The phrase that token {@code t} stands in. */
    public int phraseOf(int t) {
        return byToken[t - words.from()];
    }

    public String lower(int i) {
        return i >= 0 && i < phrases.size() ? words.lower(phrases.get(i).start()) : "";
    }

    public boolean isPreposition(int i, Set<String> wanted) {
        return is(i, Kind.PREPOSITION) && wanted.contains(lower(i));
    }

    public VerbGroup verb(int i) {
        VerbGroup group = phrases.get(i).verb();
        if (group == null) {
            throw new IllegalArgumentException("not a verb group: " + i);
        }
        return group;
    }

    /** A verb group that is a lone participle, as in "troops backed by Iran", or may be. */
    private boolean isLoneParticiple(int i) {
        VerbGroup group = verb(i);
        return !group.auxiliary()
                && !group.infinitive()
                && (group.gerund()
                        || agentOf(i).isPresent()
                        || (lower(i).endsWith("ed") && is(i + 1, Kind.PREPOSITION)));
    }

    /** Noun phrases that can be the subject of the verb group, the likeliest first. */
    public List<Integer> subjectsOf(int verb) {
        List<Integer> found = new ArrayList<>();
        VerbGroup group = verb(verb);
        if (group.infinitive()) {
            int governor = verbBefore(verb);
            boolean took = governor > 0
                    && lower(governor - 1).equals("it")
                    && lower(governor).equals("took");
            if (took && is(governor + 1, Kind.NOUN)) {
                found.add(lastOfPossessives(governor + 1));
                return found;
            }
            return governor < 0 || verb(governor).infinitive() ? found : subjectsOf(governor);
        }
        boolean by = is(verb + 1, Kind.PREPOSITION) && lower(verb + 1).equals("by");
        if (by && is(verb - 1, Kind.COMMA) && is(verb - 2, Kind.NOUN) && !group.auxiliary() && !group.gerund()) {
            // "Lashio, captured by rebels last week, lies ..."
            int noun = verb - 2;
            found.add(noun);
            while (is(noun - 1, Kind.PREPOSITION) && is(noun - 2, Kind.NOUN)) {
                // "Kidal, a bastion of separatists, seized by"
                noun -= 2;
                found.add(noun);
            }
        }
        if (!(group.gerund() && is(verb - 1, Kind.PREPOSITION))) {
            walkLeft(verb, found);
        }
        if (found.isEmpty() && group.gerund()) {
            subjectsOfParticiple(verb, found);
        }
        return found;
    }

    private void walkLeft(int verb, List<Integer> found) {
        List<Integer> asides = new ArrayList<>();
        walkLeft(verb, found, asides);
        found.addAll(asides);
    }

    private void walkLeft(int verb, List<Integer> found, List<Integer> asides) {
        int i = verb - 1;
        int lowest = Math.max(0, verb - REACH);
        boolean relative = false;
        boolean aside = false;
        while (i >= lowest) {
            Phrase phrase = phrases.get(i);
            switch (phrase.kind()) {
                case ADVERB, ASIDE, DATE -> i--;
                case NOUN -> {
                    if (phrase.possessive()) {
                        i--;
                    } else if (is(i - 1, Kind.PREPOSITION)) {
                        if (relative) {
                            found.add(i);
                        }
                        i -= 2;
                    } else {
                        found.add(i);
                        if (aside && is(i - 1, Kind.COMMA) && is(i - 2, Kind.NOUN)) {
                            // "Islam Qala, the busiest gate, in the west, was overrun"
                            found.add(i - 2);
                        }
                        return;
                    }
                }
                case VERB -> {
                    if (isLoneParticiple(i)) {
                        i--;
                    } else {
                        // the verb of an aside within an aside: "X, which lies near Y, the capital, fell"
                        int outer = aside && found.isEmpty() ? openingBefore(i, lowest, Kind.COMMA) : -1;
                        if (outer < 0) {
                            return;
                        }
                        i = outer - 1;
                    }
                }
                case AND, BUT -> {
                    int before = i > 0 && is(i - 1, Kind.COMMA) ? i - 1 : i;
                    int shared = verbBefore(before);
                    if (!found.isEmpty() || shared < 0 || verb(shared).infinitive()) {
                        return;
                    }
                    i = shared - 1;
                }
                case RELATIVE -> {
                    if (relative) {
                        return;
                    }
                    relative = true;
                    i--;
                    if (is(i, Kind.COMMA)) {
                        i--;
                    }
                }
                case COMMA, MARK -> {
                    if (ClosedWords.QUOTES.contains(lower(i))) {
                        i--;
                        continue;
                    }
                    int opening = found.isEmpty() ? openingBefore(i, lowest, phrase.kind()) : -1;
                    if (opening < 0) {
                        return;
                    }
                    aside = true;
                    if (is(i - 1, Kind.NOUN) && i - 2 == opening) {
                        // "the last town that they held in the province, Bayhan, has been lost"
                        asides.add(i - 1);
                    }
                    i = opening - 1;
                }
                case PREPOSITION -> i--;
                case SUBORDINATOR -> {
                    return;
                }
            }
        }
    }

    /** The comma that opens the aside which the comma at {@code closing} closes, or -1. */
    private int openingBefore(int closing, int lowest, Kind kind) {
        for (int i = closing - 1; i > lowest; i--) {
            if (phrases.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    /** "Having taken the town, rebels moved on", "rebels advanced, taking the town", "after taking the town rebels ...". */
    private void subjectsOfParticiple(int verb, List<Integer> found) {
        if (isPreposition(verb - 1, Set.of("of"))
                && is(verb - 2, Kind.NOUN)
                && is(verb - 3, Kind.NOUN)
                && phrases.get(verb - 3).possessive()) {
            // "Moscow's claim of taking X"
            found.add(verb - 3);
            return;
        }
        int main = -1;
        for (int i = verb - 1; i >= Math.max(0, verb - REACH); i--) {
            if (is(i, Kind.VERB) && !verb(i).gerund() && !verb(i).infinitive()) {
                main = i;
                break;
            }
        }
        if (main >= 0) {
            walkLeft(main, found);
            return;
        }
        for (int i = verb + 1; i < Math.min(size(), verb + REACH); i++) {
            if (is(i, Kind.COMMA)) {
                int noun = is(i + 1, Kind.ADVERB) ? i + 2 : i + 1;
                if (is(noun, Kind.NOUN)) {
                    found.add(lastOfPossessives(noun));
                    return;
                }
            }
        }
    }

    /** The nearest verb group to the left, or -1. */
    public int verbBefore(int i) {
        for (int j = i - 1; j >= Math.max(0, i - REACH); j--) {
            if (is(j, Kind.VERB)) {
                return j;
            }
        }
        return -1;
    }

    public int verbAfter(int i) {
        for (int j = i + 1; j < Math.min(size(), i + REACH); j++) {
            if (is(j, Kind.VERB)) {
                return j;
            }
        }
        return -1;
    }

    /** From "Iraq" in "Iraq's city" to "city". */
    public int lastOfPossessives(int noun) {
        int i = noun;
        while (is(i, Kind.NOUN) && phrases.get(i).possessive() && is(i + 1, Kind.NOUN)) {
            i++;
        }
        return i;
    }

    /** The noun phrase right behind phrase {@code i}, with nothing but adverbs and quotes between. */
    public OptionalInt nounAfter(int i) {
        int j = i + 1;
        while (is(j, Kind.ADVERB)
                || is(j, Kind.ASIDE)
                || (is(j, Kind.DATE) && j == i + 1)
                || (is(j, Kind.MARK) && ClosedWords.QUOTES.contains(lower(j)))) {
            j++;
        }
        return is(j, Kind.NOUN) ? OptionalInt.of(lastOfPossessives(j)) : OptionalInt.empty();
    }

    /** The noun phrase of "by ..." in the verb's clause. */
    public OptionalInt agentOf(int verb) {
        return prepositional(verb, Set.of("by"));
    }

    /** The noun phrase behind the first of these prepositions between phrase {@code i} and the next verb group. */
    public OptionalInt prepositional(int i, Set<String> wanted) {
        for (int j = i + 1; j < Math.min(size(), i + REACH); j++) {
            Kind kind = phrases.get(j).kind();
            if ((kind == Kind.VERB && !isLoneParticipleQuick(j))
                    || (kind == Kind.SUBORDINATOR && !lower(j).equals("as"))
                    || kind == Kind.RELATIVE
                    || kind == Kind.BUT) {
                return OptionalInt.empty();
            }
            if (isPreposition(j, wanted)) {
                OptionalInt noun = nounAfter(j);
                if (noun.isPresent()) {
                    return noun;
                }
            }
        }
        return OptionalInt.empty();
    }

    private boolean isLoneParticipleQuick(int i) {
        return verb(i).gerund();
    }

    /** Is a phrase of this kind or a full stop between two phrases? */
    public boolean between(int from, int to, Set<Kind> kinds) {
        for (int i = Math.min(from, to) + 1; i < Math.max(from, to); i++) {
            if (kinds.contains(phrases.get(i).kind())) {
                return true;
            }
        }
        return false;
    }

    /** The phrases with their kinds, for looking at. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Phrase phrase : phrases) {
            out.append('[')
                    .append(phrase.kind())
                    .append(' ')
                    .append(words.text(phrase.start(), phrase.end()))
                    .append("] ");
        }
        return out.toString();
    }
}
