package org.tocsin.events.sanctions.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The csv files of OFAC (its data specification of 2023-09-25): no header, null is {@code -0-}, the last line is the character 0x1A. Which
 * file it is is told by its columns, never by its name.
 */
final class OfacCsv {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Set<String> KINDS = Set.of("", "individual", "entity", "vessel", "aircraft");
    private static final Set<String> ALIAS_TYPES = Set.of("aka", "fka", "nka");
    private static final Map<Integer, ParsedList.Part> BY_WIDTH = Map.of(
            12, ParsedList.Part.MAIN,
            5, ParsedList.Part.ALIASES,
            6, ParsedList.Part.ADDRESSES,
            2, ParsedList.Part.COMMENTS);

    private OfacCsv() {}

    /** One file: its rows, with nulls as empty texts. */
    record Table(ParsedList.Part part, List<List<String>> rows, boolean endMark) {}

    static Table read(String name, Csv csv) throws IOException, UnreadableList {
        List<List<String>> rows = new ArrayList<>();
        ParsedList.Part part = ParsedList.Part.MAIN;
        int width = 0;
        for (Optional<List<String>> next = csv.read(); next.isPresent(); next = csv.read()) {
            List<String> row = next.get().stream()
                    .map(field -> field.strip().equals("-0-") ? "" : Words.tidy(field))
                    .toList();
            if (width == 0) {
                width = row.size();
                part = BY_WIDTH.get(width);
                if (part == null) {
                    throw columns(name, csv.line(), "has " + width + " columns; OFAC's files have 12, 5, 6 or 2");
                }
            }
            check(name, part, width, row, csv);
            rows.add(row);
            if (rows.size() > Limits.ENTRIES) {
                throw Limits.exceeded(name + " has more than " + Limits.ENTRIES + " lines");
            }
        }
        if (rows.isEmpty()) {
            throw new UnreadableList(Fault.Kind.NO_ENTRIES, name + " has no lines");
        }
        return new Table(part, rows, csv.endMark());
    }

    private static void check(String name, ParsedList.Part part, int width, List<String> row, Csv csv)
            throws IOException, UnreadableList {
        int line = csv.line();
        if (row.size() != width) {
            if (row.size() < width && csv.read().isEmpty() && !csv.endMark()) {
                throw new UnreadableList(
                        Fault.Kind.TRUNCATED,
                        name + " ends on line " + line + " after " + row.size() + " of " + width + " columns");
            }
            throw columns(name, line, "has " + row.size() + " columns, the first line " + width);
        }
        if (!NUMBER.matcher(row.get(0)).matches()) {
            throw columns(name, line, "has no entry number in column 1");
        }
        switch (part) {
            case MAIN -> {
                if (!KINDS.contains(row.get(2))) {
                    throw columns(name, line, "has none of individual, vessel, aircraft or -0- in column 3");
                }
                if (row.get(1).isEmpty()) {
                    throw columns(name, line, "has no name in column 2");
                }
                if (row.get(3).contains(",") || row.get(3).length() > 400) {
                    throw columns(name, line, "has no programmes in column 4");
                }
            }
            case ALIASES -> {
                if (!ALIAS_TYPES.contains(row.get(2))) {
                    throw columns(name, line, "has none of aka, fka or nka in column 3");
                }
            }
            case ADDRESSES -> {
                if (!row.get(1).isEmpty() && !NUMBER.matcher(row.get(1)).matches()) {
                    throw columns(name, line, "has no number of an address in column 2");
                }
            }
            default -> {}
        }
    }

    private static UnreadableList columns(String name, int line, String what) {
        return new UnreadableList(Fault.Kind.COLUMNS, name + " line " + line + " " + what);
    }
}
