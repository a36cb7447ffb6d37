package org.tocsin.events.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.service.problem.Problem.FieldError;

/** Baselines as CSV (RFC 4180) with the header {@code scope,holder}. */
final class BaselineCsv {
    static final String MEDIA_TYPE = "text/csv";
    static final String HEADER = "scope,holder";

    private BaselineCsv() {}

    /**
     * What a file says.
     *
     * @param lines those that can be read, with where they stand ({@code lines[2]}; the header is line 1)
     */
    record Parsed(List<Line> lines, List<FieldError> errors) {}

    record Line(String field, String scope, Optional<String> holder) {}

    static Parsed parse(String text) {
        List<Line> lines = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        int number = 0;
        for (String line : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\n|\r", -1)) {
            number++;
            String field = "lines[" + number + "]";
            List<String> cells = cells(line);
            boolean fits = cells.size() == 2 && cells.stream().noneMatch(cell -> cell.indexOf('"') >= 0);
            if (number == 1) {
                if (!cells.equals(List.of("scope", "holder"))) {
                    errors.add(new FieldError(field, "must be the header " + HEADER));
                }
            } else if (fits) {
                Optional<String> holder = Optional.of(cells.get(1)).filter(cell -> !cell.isEmpty());
                lines.add(new Line(field, cells.get(0), holder));
            } else if (!line.isBlank()) {
                errors.add(new FieldError(field, "must be a scope and a holder, parted by one comma"));
            }
        }
        return new Parsed(lines, errors);
    }

    /** Neither scopes nor holders have commas or quotes in them; a spreadsheet may still put them between quotes. */
    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .map(cell -> cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"")
                        ? cell.substring(1, cell.length() - 1).strip()
                        : cell)
                .toList();
    }

    static String of(Map<String, Optional<String>> holders) {
        StringBuilder text = new StringBuilder(HEADER).append("\r\n");
        holders.forEach((scope, holder) ->
                text.append(scope).append(',').append(holder.orElse("")).append("\r\n"));
        return text.toString();
    }
}
