package org.tocsin.alerts.watchlist;

import java.util.ArrayList;
import java.util.List;

/** Reads and writes comma-separated values (RFC 4180), also with semicolons or tabs, as spreadsheets write them. */
final class Csv {
    private Csv() {}

    /**
     * One record.
     *
     * @param line the text line where it begins, from 1
     * @param whole false when a quote was not closed, or text stands behind one
     */
    record Row(int line, List<String> cells, boolean whole) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The records that are not blank, in linear time. */
    static List<Row> read(String text) {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        return new Reader(plain, separatorOf(plain)).rows();
    }

    /** What the first line has most of, outside of quotes; a comma when it has none. */
    private static char separatorOf(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted) {
                int which = ",;\t".indexOf(c);
                if (which >= 0) {
                    counts[which]++;
                }
            }
        }
        if (counts[1] > counts[0] && counts[1] >= counts[2]) {
            return ';';
        }
        return counts[2] > counts[0] ? '\t' : ',';
    }

    /** A cell as it must stand in a file: quoted where needed. */
    static String cell(String value) {
        boolean plain =
                value.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t')
                        && value.equals(value.strip());
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private static final class Reader {
        private final String text;
        private final char separator;
        private final List<Row> rows = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private int line = 1;
        private int begun = 1;
        private boolean quoted;
        private boolean closed;
        private boolean whole = true;
        /** Whether the cell has nothing but spaces so far. */
        private boolean blank = true;

        Reader(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<Row> rows() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (quoted) {
                    if (c == '"' && doubled) {
                        cell.append('"');
                        i++;
                    } else if (c == '"') {
                        quoted = false;
                        closed = true;
                    } else {
                        line += c == '\n' ? 1 : 0;
                        cell.append(c);
                    }
                } else {
                    take(c);
                }
            }
            whole &= !quoted;
            endRow();
            return rows;
        }

        private void take(char c) {
            if (c == '"' && blank && !closed) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator) {
                endCell();
            } else if (c == '\n') {
                endRow();
                line++;
                begun = line;
            } else if (c != '\r') {
                whole &= !closed || Character.isWhitespace(c);
                blank &= Character.isWhitespace(c);
                cell.append(c);
            }
        }

        private void endCell() {
            cells.add(cell.toString());
            cell.setLength(0);
            closed = false;
            blank = true;
        }

        private void endRow() {
            endCell();
            Row row = new Row(begun, cells, whole);
            if (!row.isBlank() || !whole) {
                rows.add(row);
            }
            cells = new ArrayList<>();
            whole = true;
        }
    }
}
