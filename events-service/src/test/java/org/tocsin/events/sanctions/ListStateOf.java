package org.tocsin.events.sanctions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.ListState.Span;
import org.tocsin.events.sanctions.ListState.Version;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** Lists written as a few lines. */
final class ListStateOf {
    private ListStateOf() {}

    /**
     * A list.
     *
     * @param versions the days of its versions
     * @param entries one a line: first day, day after the last or nothing, reference, names parted by semicolons, programmes, day of listing or nothing
     * @param namesakes one a line: actor, reference
     */
    static ListState list(ListId id, List<String> versions, String entries, String namesakes) {
        List<Version> kept = new ArrayList<>();
        versions.forEach(day -> kept.add(new Version(kept.size() + 1, LocalDate.parse(day), LocalDate.parse(day))));
        Map<String, List<Span>> spans = new HashMap<>();
        for (String line : lines(entries)) {
            String[] cells = cells(line);
            spans.computeIfAbsent(cells[2], reference -> new ArrayList<>())
                    .add(new Span(LocalDate.parse(cells[0]), day(cells[1]), entry(id, cells)));
        }
        Map<String, List<String>> same = new HashMap<>();
        for (String line : lines(namesakes)) {
            String[] cells = cells(line);
            same.computeIfAbsent(cells[0], actor -> new ArrayList<>()).add(cells[1]);
        }
        return new ListState(id, kept, spans, same, 3);
    }

    private static ListEntry entry(ListId list, String[] cells) {
        List<EntryName> names = Arrays.stream(cells[3].split(";", -1))
                .map(name -> EntryName.of(name.strip(), EntryName.Kind.AKA, EntryName.Strength.STRONG))
                .toList();
        return new ListEntry(
                list,
                cells[2],
                cells[2],
                EntryKind.ENTITY,
                names,
                Arrays.asList(cells[4].split(",", -1)),
                day(cells[5]),
                null,
                null,
                List.of(),
                List.of(),
                new TreeMap<>());
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }
}
