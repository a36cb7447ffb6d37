package org.tocsin.events.sanctions.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameIndexTest {
    private static NameIndex<String> index(String... names) {
        return new NameIndex<>(
                Stream.of(names).map(name -> new NameIndex.Entry<>(name, name)).toList());
    }

    private static List<String> found(NameIndex<String> index, String name) {
        return index.search(name, 0.8).stream().map(NameIndex.Hit::of).toList();
    }

    @Test
    void theNearestNameComesFirst() {
        NameIndex<String> index = index("Viktor Lermov", "Victor Lermow", "Igor Lermov", "Harbour Front", "خالد حداد");
        assertEquals(List.of("Viktor Lermov", "Victor Lermow"), found(index, "Viktor LERMOV"));
        assertEquals(List.of("Viktor Lermov", "Victor Lermow"), found(index, "Лермов Виктор"));
        assertEquals(List.of("خالد حداد"), found(index, "Khalid Haddad"));
        assertEquals(List.of("Harbour Front"), found(index, "Harbourfront"));
        assertEquals(List.of(), found(index, "Quiet Meadow"));
        assertEquals(List.of(), found(index, "?"));
    }

    @Test
    void aNameFindsItselfAmongManyThatShareMoreCommonWords() {
        List<NameIndex.Entry<String>> entries = new ArrayList<>();
        IntStream.range(0, 2_000)
                .mapToObj(
                        i -> "Abu " + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + "s" + (char) ('a' + i / 676))
                .forEach(name -> entries.add(new NameIndex.Entry<>(name, name)));
        NameIndex<String> index = new NameIndex<>(entries);
        for (NameIndex.Entry<String> entry : entries) {
            assertTrue(
                    index.search(entry.name(), 1).stream()
                            .anyMatch(hit -> hit.of().equals(entry.of())),
                    entry.name());
        }
    }

    @Test
    void equallyNearNamesComeInTheOrderInWhichTheyWereGiven() {
        NameIndex<Integer> index = new NameIndex<>(IntStream.range(0, 300)
                .mapToObj(i -> new NameIndex.Entry<>(i, "Viktor Lermov"))
                .toList());
        List<Integer> found = index.search("Viktor Lermov", 0.9).stream()
                .map(NameIndex.Hit::of)
                .toList();
        assertEquals(IntStream.range(0, 300).boxed().toList(), found);
    }

    @Test
    void anInitialStandsForAWordHereToo() {
        NameIndex<String> index = index("Viktor Lermov", "I. Haddad");
        assertEquals(List.of("Viktor Lermov"), found(index, "V. Lermov"));
        assertEquals(List.of("I. Haddad"), found(index, "Ibrahim Haddad"));
    }
}
