package org.tocsin.events.sanctions.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any name can be asked for, and it takes no time to speak of. */
class NamesPropertyTest {
    private static final int MOST_MILLIS = 100;
    private static final List<String> SYLLABLES = List.of(
            "al", "mu", "ha", "mmad", "sa", "lim", "kh", "ov", "vik", "tor", "bin", "abd", "er", "shi", "pping", "co",
            "tr", "ade", "zu", "qi");
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    /** As many names as two lists have, of few syllables, so that all look like each other. */
    private static final NameIndex<Integer> INDEX = index(30_000);

    private static NameIndex<Integer> index(int size) {
        Random random = new Random(7);
        List<NameIndex.Entry<Integer>> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(new NameIndex.Entry<>(i, name(random, 1 + random.nextInt(5))));
        }
        NameIndex<Integer> index = new NameIndex<>(entries);
        for (int i = 0; i < 500; i++) {
            index.search(name(random, 24), 0.5);
        }
        return index;
    }

    private static String name(Random random, int words) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < words; i++) {
            for (int k = 1 + random.nextInt(4); k > 0; k--) {
                name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
            name.append(' ');
        }
        return name.toString();
    }

    @Provide
    Arbitrary<Integer> seeds() {
        return Arbitraries.integers();
    }

    /** Anything that a string can be, up to 1,000 characters. */
    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(1000),
                Arbitraries.strings()
                        .withCharRange('\u0300', '\u036f')
                        .withChars("ae ")
                        .ofMaxLength(1000),
                Arbitraries.strings()
                        .withCharRange('\ud800', '\udfff')
                        .withChars("x ")
                        .ofMaxLength(1000),
                Arbitraries.strings()
                        .withCharRange('\u0600', '\u06ff')
                        .withChars(" ")
                        .ofMaxLength(1000),
                Arbitraries.strings().withCharRange('\u4e00', '\u9fff').ofMaxLength(1000),
                Arbitraries.strings().withChars("alhkst .-'").ofMaxLength(1000),
                Arbitraries.of(SYLLABLES).map(word -> (word + " ").repeat(1000).substring(0, 1000)),
                Arbitraries.chars().map(letter -> letter.toString().repeat(1000)),
                seeds().map(seed -> name(new Random(seed), 100).substring(0, 200)));
    }

    @Property(tries = 2_000)
    void anyNameIsSearchedForQuickly(@ForAll("anything") String name) {
        long start = CPU.getCurrentThreadCpuTime();
        INDEX.search(name, 0.3);
        long millis = (CPU.getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(millis < MOST_MILLIS, () -> millis + " ms for " + name);
    }

    @Property(tries = 1_000)
    void aNameIsTheSameAsItself(@ForAll("anything") String name) {
        assertEquals(
                Comparison.isComparable(name) ? 1 : 0, Comparison.of(name, name).score());
        var index = new NameIndex<>(List.of(new NameIndex.Entry<>(1, "Viktor Lermov"), new NameIndex.Entry<>(2, name)));
        assertEquals(
                Comparison.isComparable(name), index.search(name, 1).stream().anyMatch(hit -> hit.of() == 2));
    }

    @Property(tries = 1_000)
    void theScoreIsFromNothingToOneAndTheSameEachTime(
            @ForAll("anything") String one, @ForAll("anything") String other) {
        double score = Comparison.of(one, other).score();
        assertTrue(score >= 0 && score <= 1, () -> one + " | " + other + " " + score);
        assertEquals(score, Comparison.of(one, other).score());
    }

    @Property(tries = 2_000)
    void wordsAreAsAlikeOneWayAsTheOther(@ForAll("anything") String one, @ForAll("anything") String other) {
        for (Word a : Words.of(one)) {
            for (Word b : Words.of(other)) {
                assertEquals(WordSimilarity.of(a, b), WordSimilarity.of(b, a), () -> a + " " + b);
            }
        }
    }

    @Property(tries = 5_000)
    void namesWithoutWordsOfTheirOwnAreAsNearOneWayAsTheOther(@ForAll("seeds") int seed) {
        Random random = new Random(seed);
        Comparison one = Comparison.of(name(random, 3), name(random, 3));
        Random again = new Random(seed);
        String first = name(again, 3);
        Comparison other = Comparison.of(name(again, 3), first);
        assertEquals(one.matched(), other.matched(), 1e-9);
        assertEquals(one.askedLeft(), other.listedLeft(), 1e-9);
    }

    @Property(tries = 500)
    void whatTheIndexSaysIsWhatTheComparisonSays(@ForAll("seeds") int seed) {
        Random random = new Random(seed);
        String asked = name(random, 3);
        for (NameIndex.Hit<Integer> hit : INDEX.search(asked, 0.6)) {
            assertEquals(Comparison.of(asked, hit.name()), hit.comparison());
        }
    }

    @Property(tries = 500)
    void everyListedNameFindsItself(@ForAll("seeds") int seed) {
        Random random = new Random(7);
        int at = Math.floorMod(seed, 2_000);
        String name = "";
        for (int i = 0; i <= at; i++) {
            name = name(random, 1 + random.nextInt(5));
        }
        assertTrue(INDEX.search(name, 1).stream().anyMatch(hit -> hit.of() == at), name);
    }
}
