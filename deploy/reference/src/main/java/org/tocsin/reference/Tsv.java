package org.tocsin.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form of the curated tables: tab-separated, columns named by the first line, # begins a comment line, members of a list parted by semicolons. */
public final class Tsv {

    private Tsv() {}

    /**
     * The rows of a table.
     *
     * @throws IllegalArgumentException if a line has more cells than the first
     */
    public static List<Row> parse(String table) {
        List<Row> rows = new ArrayList<>();
        String[] header = {};
        for (String line : table.split("\r?\n", -1)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (header.length == 0) {
                header = cells;
            } else if (cells.length > header.length) {
                throw new IllegalArgumentException("too many cells: " + line);
            } else {
                rows.add(row(header, cells));
            }
        }
        return rows;
    }

    private static Row row(String[] header, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i].strip(), i < cells.length ? cells[i].strip() : "");
        }
        return new Row(row);
    }

    /** One line of a table. */
    public record Row(Map<String, String> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }

        /**
         * The cell of a column, empty if the line ends before it.
         *
         * @throws IllegalArgumentException if the table has no such column
         */
        public String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + column + " in " + cells);
            }
            return cell;
        }

        /** The members of the list in a column. */
        public List<String> list(String column) {
            List<String> members = new ArrayList<>();
            for (String member : text(column).split(";", -1)) {
                if (!member.isBlank()) {
                    members.add(member.strip());
                }
            }
            return List.copyOf(members);
        }
    }
}
