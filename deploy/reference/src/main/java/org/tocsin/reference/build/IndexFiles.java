package org.tocsin.reference.build;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import morfologik.fsa.builders.FSA5Serializer;
import morfologik.fsa.builders.FSABuilder;

/** Writes a name index: the automaton of the keys with their numbers, and the rows of each number (see {@code NameIndex}). */
final class IndexFiles {

    private final Map<String, Set<Integer>> rowsOfKey = new HashMap<>();

    void add(String key, int row) {
        if (!key.isEmpty()) {
            rowsOfKey.computeIfAbsent(key, k -> new TreeSet<>()).add(row);
        }
    }

    int size() {
        return rowsOfKey.size();
    }

    /** @param order the order of several rows of one key */
    void write(Path folder, String name, Comparator<Integer> order) throws IOException {
        List<byte[]> keys = new ArrayList<>();
        for (String key : rowsOfKey.keySet()) {
            keys.add(key.getBytes(StandardCharsets.UTF_8));
        }
        keys.sort(FSABuilder.LEXICAL_ORDERING);
        var builder = new FSABuilder();
        for (byte[] key : keys) {
            builder.add(key, 0, key.length);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".fsa")))) {
            new FSA5Serializer().withNumbers().serialize(builder.complete(), out);
        }
        writeRows(folder.resolve(name + ".rows"), keys, order);
    }

    private void writeRows(Path file, List<byte[]> keys, Comparator<Integer> order) throws IOException {
        List<Integer> heads = new ArrayList<>();
        List<Integer> overflow = new ArrayList<>();
        for (byte[] key : keys) {
            List<Integer> rows =
                    new ArrayList<>(rowsOfKey.getOrDefault(new String(key, StandardCharsets.UTF_8), Set.of()));
            rows.sort(order);
            heads.add(rows.size() == 1 ? rows.get(0) : -1 - overflow.size());
            if (rows.size() > 1) {
                overflow.add(rows.size());
                overflow.addAll(rows);
            }
        }
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(heads.size());
            out.writeInt(overflow.size());
            for (int head : heads) {
                out.writeInt(head);
            }
            for (int entry : overflow) {
                out.writeInt(entry);
            }
        }
    }
}
