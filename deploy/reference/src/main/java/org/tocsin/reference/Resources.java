package org.tocsin.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the jar carries beside its classes. */
final class Resources {

    private Resources() {}

    /** @throws IllegalStateException if the build did not make it */
    static byte[] bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing reference data: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable reference data: " + name, e);
        }
    }

    /** The rows of a tab-separated table, each by the names in its first line; lines that begin with # and empty lines are comments. */
    static List<Map<String, String>> table(String name) {
        return parse(new String(bytes(name), StandardCharsets.UTF_8));
    }

    static List<Map<String, String>> parse(String tsv) {
        List<Map<String, String>> rows = new ArrayList<>();
        String[] header = {};
        for (String line : tsv.split("\n", -1)) {
            String[] cells = line.stripTrailing().isEmpty() || line.startsWith("#") ? new String[0] : line.split("\t", -1);
            if (cells.length > 0 && header.length == 0) {
                header = cells;
            } else if (cells.length > 0) {
                rows.add(row(header, cells));
            }
        }
        return rows;
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i].strip(), i < cells.length ? cells[i].strip() : "");
        }
        return row;
    }

    /** The members of a cell that holds a list. */
    static List<String> list(String cell) {
        List<String> members = new ArrayList<>();
        for (String member : cell.split(";", -1)) {
            if (!member.isBlank()) {
                members.add(member.strip());
            }
        }
        return List.copyOf(members);
    }
}
