package org.tocsin.events.sanctions.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Lists of numbers by key, while they grow. */
final class Postings<K> {
    private final Map<K, Growing> lists = new HashMap<>();

    private static final class Growing {
        private int[] numbers = new int[1];
        private int size;
    }

    /** Adds a number to the list of a key, unless it was the last one added to it. */
    void add(K key, int number) {
        Growing list = lists.computeIfAbsent(key, none -> new Growing());
        if (list.size > 0 && list.numbers[list.size - 1] == number) {
            return;
        }
        if (list.size == list.numbers.length) {

            list.numbers = Arrays.copyOf(list.numbers, list.size + Math.max(1, list.size / 2));
        }
        list.numbers[list.size++] = number;
    }

    /** The lists as they are now. */
    Map<K, int[]> finished() {
        Map<K, int[]> finished = new HashMap<>((int) (lists.size() / 0.75) + 1);
        lists.forEach((key, list) -> finished.put(key, Arrays.copyOf(list.numbers, list.size)));
        return finished;
    }
}
