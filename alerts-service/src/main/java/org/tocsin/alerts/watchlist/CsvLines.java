package org.tocsin.alerts.watchlist;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;

/**
 * Lines of a CSV file. A header is known by its names; without one the columns are an id or a name, then if you like the country, then the
 * reference.
 */
final class CsvLines {
    private static final Set<String> IDS = Set.of("id", "geonameid", "geonamesid", "geonames", "placeid");
    private static final Set<String> NAMES =
            Set.of("name", "nameorid", "place", "city", "town", "location", "placename", "cityname");
    private static final Set<String> COUNTRIES = Set.of("country", "countrycode");
    private static final Set<String> REFERENCES = Set.of("reference", "yourreference");

    /** Which cell holds what; -1 where none does. */
    private record Columns(int id, int name, int country, int reference) {
        static final Columns WITHOUT_HEADER = new Columns(-1, 0, 1, 2);

        int last() {
            return Math.max(Math.max(id, name), Math.max(country, reference));
        }
    }

    private CsvLines() {}

    /** @throws org.tocsin.service.problem.ProblemException when there is a header without an id or a name */
    static List<Line> of(String text) {
        List<Csv.Row> rows = Csv.read(text);
        boolean header = !rows.isEmpty() && isHeader(rows.get(0));
        Columns columns = header ? columnsOf(rows.get(0)) : Columns.WITHOUT_HEADER;
        return rows.stream()
                .skip(header ? 1 : 0)
                .map(row -> lineOf(row, columns, header))
                .toList();
    }

    private static Line lineOf(Csv.Row row, Columns columns, boolean header) {
        if (!row.whole()) {
            return Line.malformed(row.line(), "", "has a quote that is not closed, or text behind one");
        }
        if (!header && row.cells().size() > columns.last() + 1) {
            return Line.malformed(row.line(), "", "has more than three columns, and the file no header");
        }
        return Line.of(
                row.line(),
                cell(row, columns.id()),
                cell(row, columns.name()),
                cell(row, columns.country()),
                cell(row, columns.reference()));
    }

    private static @Nullable String cell(Csv.Row row, int column) {
        return column < 0 || column >= row.cells().size() ? null : row.cells().get(column);
    }

    private static boolean isHeader(Csv.Row row) {
        Set<String> names = row.cells().stream().map(CsvLines::plain).collect(Collectors.toSet());
        boolean leading = names.stream().anyMatch(name -> IDS.contains(name) || NAMES.contains(name));
        boolean following = names.stream().anyMatch(name -> COUNTRIES.contains(name) || REFERENCES.contains(name));
        return leading || (following && row.cells().size() > 1);
    }

    private static Columns columnsOf(Csv.Row header) {
        Columns columns =
                new Columns(find(header, IDS), find(header, NAMES), find(header, COUNTRIES), find(header, REFERENCES));
        if (columns.id() < 0 && columns.name() < 0) {
            throw Problem.invalid("body", "has a header without a column id or name")
                    .asException();
        }
        return columns;
    }

    private static int find(Csv.Row header, Set<String> names) {
        for (int i = 0; i < header.cells().size(); i++) {
            if (names.contains(plain(header.cells().get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String cell) {
        return cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
