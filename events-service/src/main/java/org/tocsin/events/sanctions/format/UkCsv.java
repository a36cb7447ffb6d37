package org.tocsin.events.sanctions.format;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListEntry;

/**
 * The UK sanctions list as csv: a row per name and address, gathered by unique id. Columns are found by their names in the header, so that
 * they may stand in any order; a line with the day of the report may come before it.
 */
final class UkCsv {
    private static final List<String> NEEDED =
            List.of("Unique ID", "Name 6", "Name type", "Regime Name", "Date Designated");
    private static final Pattern UNIQUE_ID = Pattern.compile("[A-Z]{2,6}[0-9]{3,6}");
    private static final Pattern DAY =
            Pattern.compile("([0-9]{1,2})[-/ ]([0-9]{1,2}|[A-Za-z]{3,9})[-/ ]([0-9]{4})|[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final DateTimeFormatter REPORT_DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-[MMMM][MMM][M]-uuuu")
            .toFormatter(Locale.ENGLISH);
    private static final int LINES_BEFORE_HEADER = 5;

    private UkCsv() {}

    /** Entries, and the day of the report. */
    record Read(List<ListEntry> entries, Optional<LocalDate> reportedOn) {}

    static Read read(Csv csv) throws IOException, UnreadableList {
        LocalDate day = null;
        for (int i = 0; i < LINES_BEFORE_HEADER; i++) {
            List<String> line = csv.read()
                    .orElseThrow(() -> new UnreadableList(Fault.Kind.NO_ENTRIES, "the file ends before its header"));
            List<String> names = line.stream().map(Words::tidy).toList();
            if (names.contains("Unique ID") || names.size() > 10) {
                return new Read(rows(csv, header(names)), Optional.ofNullable(day));
            }
            day = day == null ? reportDay(String.join(" ", names)) : day;
        }
        throw new UnreadableList(
                Fault.Kind.NOT_A_LIST,
                "none of the first " + LINES_BEFORE_HEADER + " lines is the header of the UK sanctions list");
    }

    private static List<String> header(List<String> names) throws UnreadableList {
        List<String> missing =
                NEEDED.stream().filter(needed -> !names.contains(needed)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableList(Fault.Kind.COLUMNS, "the header lacks the columns " + String.join(", ", missing));
        }
        List<String> named = names.stream().filter(name -> !name.isEmpty()).toList();
        if (Set.copyOf(named).size() < named.size()) {
            throw new UnreadableList(Fault.Kind.COLUMNS, "the header has a column twice");
        }
        return names;
    }

    private static List<ListEntry> rows(Csv csv, List<String> header) throws IOException, UnreadableList {
        Map<String, UkEntry> entries = new LinkedHashMap<>();
        for (Optional<List<String>> next = csv.read(); next.isPresent(); next = csv.read()) {
            int line = csv.line();
            Map<String, String> row = row(csv, header, next.get(), line);
            String id = row.getOrDefault("Unique ID", "");
            if (!UNIQUE_ID.matcher(id).matches()) {
                throw new UnreadableList(
                        Fault.Kind.COLUMNS,
                        "line " + line + " has no unique id such as AFG0001 in the column Unique ID");
            }
            entries.computeIfAbsent(id, UkEntry::new).add(row);
            if (entries.size() > Limits.ENTRIES) {
                throw Limits.exceeded("the file has more than " + Limits.ENTRIES + " entries");
            }
        }
        List<ListEntry> all = new ArrayList<>();
        for (UkEntry entry : entries.values()) {
            all.add(entry.entry());
        }
        return all;
    }

    private static Map<String, String> row(Csv csv, List<String> header, List<String> cells, int line)
            throws IOException, UnreadableList {
        int width = header.size();
        boolean fits = cells.size() == width
                || (cells.size() > width
                        && cells.subList(width, cells.size()).stream().allMatch(String::isBlank));
        if (!fits) {
            if (cells.size() < width && csv.read().isEmpty()) {
                throw new UnreadableList(
                        Fault.Kind.TRUNCATED,
                        "the file ends on line " + line + " after " + cells.size() + " of " + width + " columns");
            }
            throw new UnreadableList(
                    Fault.Kind.COLUMNS, "line " + line + " has " + cells.size() + " columns, the header " + width);
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < width; i++) {
            String text = Words.tidy(cells.get(i));
            if (!text.isEmpty()) {
                row.put(header.get(i), text);
            }
        }
        return row;
    }

    /** The day in {@code Report Date: 13-May-2026}. */
    private static @Nullable LocalDate reportDay(String line) {
        Matcher matcher = DAY.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        try {
            return matcher.group(1) == null
                    ? LocalDate.parse(matcher.group())
                    : LocalDate.parse(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3), REPORT_DAY);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
