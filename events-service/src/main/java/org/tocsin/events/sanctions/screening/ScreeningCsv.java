package org.tocsin.events.sanctions.screening;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records of screenings as CSV (RFC 4180). */
final class ScreeningCsv {
    static final String MEDIA_TYPE = "text/csv";

    static final String SUMMARY_HEADER = "id,at,by,algorithm,threshold,asOf,names,found\r\n";

    static final String HEADER =
            "screening,at,by,algorithm,threshold,asOf,name,kind,country,found,list,listVersion,reference,entryKind,"
                    + "entryName,matchedName,strength,score,programmes,since,actor,suppressedBy,suppressionReason,reasons\r\n";

    private ScreeningCsv() {}

    static String of(List<ScreeningsResource.SummaryView> summaries) {
        return summaries.stream()
                .map(one -> line(Stream.of(
                        one.id(),
                        one.at(),
                        one.by(),
                        one.algorithm(),
                        one.threshold(),
                        orEmpty(one.asOf()),
                        one.names(),
                        one.found())))
                .collect(Collectors.joining("", SUMMARY_HEADER, ""));
    }

    /** A line for each candidate, and one without a candidate for each name that has none. */
    static String of(ScreeningView screening) {
        StringBuilder out = new StringBuilder(HEADER);
        for (ScreeningView.Result result : screening.results()) {
            if (result.candidates().isEmpty()) {
                out.append(line(Stream.concat(
                        asked(screening, result), Stream.generate(() -> "").limit(14))));
            }
            for (ScreeningView.Candidate one : result.candidates()) {
                out.append(line(Stream.concat(asked(screening, result), candidate(screening, one))));
            }
        }
        return out.toString();
    }

    private static Stream<Object> asked(ScreeningView screening, ScreeningView.Result result) {
        return Stream.of(
                screening.id(),
                screening.at(),
                screening.by(),
                screening.algorithm(),
                screening.threshold(),
                orEmpty(screening.asOf()),
                result.asked().name(),
                orEmpty(result.asked().kind()),
                orEmpty(result.asked().country()),
                result.found());
    }

    private static Stream<Object> candidate(ScreeningView screening, ScreeningView.Candidate one) {
        String version = screening.lists().stream()
                .filter(list -> list.list() == one.list())
                .map(list -> String.valueOf(list.version()))
                .findFirst()
                .orElse("");
        ScreeningView.SuppressedBy suppressed = one.suppressed();
        return Stream.of(
                one.list(),
                version,
                one.reference(),
                one.kind(),
                one.name(),
                one.matched().name(),
                one.matched().strength(),
                one.score(),
                String.join("; ", one.programmes()),
                orEmpty(one.since()),
                one.actor() == null ? "" : one.actor().id(),
                suppressed == null ? "" : suppressed.by(),
                suppressed == null ? "" : suppressed.reason(),
                String.join("; ", one.reasons()));
    }

    private static Object orEmpty(@Nullable Object cell) {
        return cell == null ? "" : cell;
    }

    private static String line(Stream<?> cells) {
        return cells.map(cell -> quoted(cell.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet would run a cell that begins with a sign of a formula; such text gets a blank before it. No number here is negative. */
    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        String safe = formula ? " " + cell : cell;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
