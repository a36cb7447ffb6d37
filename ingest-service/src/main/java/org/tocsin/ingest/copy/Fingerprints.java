package org.tocsin.ingest.copy;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a story is found by: of every sentence some hashes of three words in a row, two of those that have a name or a number in them and one of
 * the others, the lowest of each. Two sentences that have most of their words in common have one of these in common, wherever they stand
 * and however long the rest is, so that a story finds also one that was cut out of it; and where an agency writes every day the same, the names
 * and numbers find the day.
 */
public final class Fingerprints {
    /** No story has more. Those of its beginning are enough, for two copies have the beginning of each in common. */
    public static final int MOST = 32;

    /** Two stories are only compared if they have this part of the fewer fingerprints in common: one in ten; copies had one in six or more. */
    private static final int ONE_IN = 10;

    private static final int WORDS = 3;
    private static final int OF_A_SENTENCE = 3;
    private static final int WITH_NAMES = 2;

    private Fingerprints() {}

    /** The fingerprints in the order of the text, each once; none for a story that is too short to be compared. */
    public static List<Long> of(Story story) {
        if (story.isTooShort()) {
            return List.of();
        }
        Set<Long> prints = new LinkedHashSet<>();
        for (Line line : story.lines()) {
            addTo(prints, line);
            if (prints.size() >= MOST) {
                break;
            }
        }
        return prints.stream().limit(MOST).toList();
    }

    /** Whether two stories have enough in common to be compared. */
    public static boolean areNear(Collection<Long> prints, Collection<Long> others) {
        long common = prints.stream().filter(Set.copyOf(others)::contains).count();
        return common > 0 && common * ONE_IN >= Math.min(prints.size(), others.size());
    }

    private static void addTo(Set<Long> prints, Line line) {
        TreeSet<Long> withNames = new TreeSet<>();
        TreeSet<Long> others = new TreeSet<>();
        for (int i = 0; i + WORDS <= line.size(); i++) {
            List<String> words = line.words().subList(i, i + WORDS);
            boolean named = words.stream().anyMatch(word -> line.names().contains(word) || Vocabulary.isNumber(word));
            (named ? withNames : others).add(hash(words));
        }
        int named = Math.min(withNames.size(), Math.max(WITH_NAMES, OF_A_SENTENCE - others.size()));
        withNames.stream().limit(named).forEach(prints::add);
        others.stream().limit(OF_A_SENTENCE - named).forEach(prints::add);
    }

    /** FNV-1a with a last mixing, for its low values must be spread evenly. */
    private static long hash(List<String> words) {
        long hash = 0xcbf29ce484222325L;
        for (String word : words) {
            for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ b) * 0x100000001b3L;
            }
            hash = (hash ^ 0x1f) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
