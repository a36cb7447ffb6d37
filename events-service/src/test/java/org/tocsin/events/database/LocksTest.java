package org.tocsin.events.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocksTest {
    @Test
    void howeverManyThingsAreLockedTheLocksAreFew() {
        List<String> ids = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(100_000)
                .collect(Collectors.toList());
        Integer[] keys = Locks.keysOf(ids);
        assertTrue(keys.length <= Locks.MOST, "locks: " + keys.length);
        assertTrue(Arrays.stream(keys).allMatch(key -> key >= 0 && key < Locks.MOST));
    }

    @Test
    void allLockInOneOrder() {
        List<String> ids = Stream.iterate(99_000, id -> id + 1)
                .limit(500)
                .map(String::valueOf)
                .collect(Collectors.toList());
        Integer[] keys = Locks.keysOf(ids);
        Collections.shuffle(ids);
        assertArrayEquals(keys, Locks.keysOf(ids));
        assertArrayEquals(Arrays.stream(keys).sorted().toArray(), keys);
    }

    @Test
    void unlikeThingsRarelyShareALock() {
        List<String> ids = Stream.iterate(99_000, id -> id + 1)
                .limit(20)
                .map(String::valueOf)
                .toList();
        assertEquals(20, Locks.keysOf(ids).length);
    }
}
