package org.tocsin.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The curated tables: tab-separated, named by their first line, # begins a comment line, lists are parted by semicolons. */
final class Tsv {

    private Tsv() {}

    static List<Map<String, String>> read(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        String[] header = {};
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (header.length == 0) {
                header = cells;
                continue;
            }
            if (cells.length > header.length) {
                throw new IOException(file.getFileName() + " has a line with too many cells: " + line);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], i < cells.length ? cells[i].strip() : "");
            }
            rows.add(row);
        }
        return rows;
    }

    static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column + " in " + row);
        }
        return cell;
    }

    static List<String> list(String cell) {
        List<String> members = new ArrayList<>();
        for (String member : cell.split(";", -1)) {
            if (!member.isBlank()) {
                members.add(member.strip());
            }
        }
        return members;
    }
}
