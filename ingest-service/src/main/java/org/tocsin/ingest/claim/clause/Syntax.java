package org.tocsin.ingest.claim.clause;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;

/** Subjects, objects and agents of the verb groups of one sentence, found by walking its phrases. All indexes are of phrases unless said otherwise. */
public final class Syntax {
    /** No walk looks at more phrases than this: a sentence costs linear time. */
    static final int REACH = 40;

    /** "the road to Damascus" is nobody who gets something. */
    private static final Set<String> ROADS =
            Set.of("road", "highway", "route", "way", "motorway", "railway", "gateway", "link", "access", "corridor");

    public final Words words;
    final List<Phrase> phrases;
    private final Set<String> reporting;
    private final int[] byToken;

    /** @param reporting verbs that say that something is so */
    Syntax(Words words, List<Phrase> phrases, Set<String> reporting) {
        this.reporting = reporting;
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

    /** Is the verb one of saying: "said", "claims"? */
    boolean isSaying(int verb) {
        return words.isOneOf(phrases.get(verb).head(), reporting);
    }

    /** Noun phrases that can be the subject of the verb group, the likeliest first. */
    public List<Integer> subjectsOf(int verb) {
        return new Subjects(this).of(verb);
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

    /** From "city" in "Iraq's city" to "Iraq". */
    public int firstOfPossessives(int noun) {
        int i = noun;
        while (is(i - 1, Kind.NOUN) && phrases.get(i - 1).possessive()) {
            i--;
        }
        return i;
    }

    /** "ISIS" of "ISIS's seizure". */
    OptionalInt ownerOf(int noun) {
        return is(noun - 1, Kind.NOUN) && phrases.get(noun - 1).possessive()
                ? OptionalInt.of(noun - 1)
                : OptionalInt.empty();
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

    /** "the town" of "control of the town", with nothing between. */
    OptionalInt genitive(int noun) {
        return isPreposition(noun + 1, Set.of("of")) ? nounAfter(noun + 1) : OptionalInt.empty();
    }

    /** The noun phrase of "by ..." in the verb's clause. */
    public OptionalInt agentOf(int verb) {
        return prepositional(verb, Set.of("by"));
    }

    /** The noun phrase behind the first of these prepositions between phrase {@code i} and the next verb group. */
    public OptionalInt prepositional(int i, Set<String> wanted) {
        for (int j = i + 1; j < Math.min(size(), i + REACH); j++) {
            Kind kind = phrases.get(j).kind();
            if ((kind == Kind.VERB && !verb(j).gerund())
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

    /** "fell to rebels", but not "had fallen, opening the road to Damascus". */
    OptionalInt receiverOf(int verb) {
        OptionalInt to = prepositional(verb, Set.of("to"));
        int before = to.isEmpty() ? -1 : firstOfPossessives(to.getAsInt()) - 2;
        boolean roadTo = is(before, Kind.NOUN) && between(verb, before, Set.of(Kind.COMMA));
        return roadTo ? OptionalInt.empty() : to;
    }

    /** "lost X to rebels", but not "lost X, on the highway to China". */
    OptionalInt receiverBehind(int i) {
        OptionalInt to = prepositional(i, Set.of("to"));
        int before = to.isEmpty() ? -1 : firstOfPossessives(to.getAsInt()) - 2;
        boolean road =
                is(before, Kind.NOUN) && words.isOneOf(phrases.get(before).head(), ROADS);
        return road ? OptionalInt.empty() : to;
    }

    /** The noun phrase of "in the Kremlin's words", "in the words of the army", "according to the army", or -1. */
    public int statedSource() {
        return new SentenceOrder(this).statedSource();
    }

    /** "became the first capital taken by rebels". */
    public boolean isWhatItBecame(int verb) {
        return new SentenceOrder(this).subjectOfBecoming(verb).isPresent();
    }

    /** "which rebels took": a relative clause whose object is the noun before it. */
    public boolean isRelativeWithoutObject(int verb) {
        return is(verb, Kind.VERB)
                && nounAfter(verb).isEmpty()
                && new RelativeClauses(this).objectOf(verb).isPresent();
    }

    /** "has handed". */
    public boolean isPresentPerfect(int verb) {
        return is(verb, Kind.VERB)
                && verb(verb).perfect()
                && Set.of("has", "have").contains(words.lower(phrases.get(verb).start()));
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
