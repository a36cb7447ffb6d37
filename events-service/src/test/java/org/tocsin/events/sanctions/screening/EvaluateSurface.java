package org.tocsin.events.sanctions.screening;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.matching.CsvTable;
import org.tocsin.events.sanctions.matching.Variants;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Folding;

/**
 * Whether the names of armed groups find the entries that bear them ({@code deploy/local/evaluate-names surface}). The file
 * {@code armed_groups.csv} beside the lists has {@code list}, {@code id}, {@code name} and {@code aliases}, which bars part.
 */
final class EvaluateSurface {
    private static final PrintStream OUT = System.out;

    private EvaluateSurface() {}

    private record Name(String text, Map<ListId, Set<String>> bearers) {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        Countries countries = Countries.load();
        Map<ListId, ListNames> lists = new LinkedHashMap<>();
        Map<ListId, Set<String>> references = new LinkedHashMap<>();
        for (Map.Entry<ListId, List<ListEntry>> list :
                ListDirectory.read(directory).entrySet()) {
            lists.put(list.getKey(), ListNamesOfFile.names(list.getKey(), list.getValue(), countries));
            references.put(
                    list.getKey(),
                    list.getValue().stream().map(ListEntry::reference).collect(Collectors.toSet()));
        }
        Map<String, Name> names = names(directory.resolve("armed_groups.csv"));
        int asked = 0;
        int absent = 0;
        int alone = 0;
        int ambiguous = 0;
        List<String> wrong = new ArrayList<>();
        for (Name name : names.values()) {
            for (Map.Entry<ListId, Set<String>> bearers : name.bearers().entrySet()) {
                Set<String> expected = new LinkedHashSet<>(bearers.getValue());
                expected.retainAll(references.getOrDefault(bearers.getKey(), Set.of()));
                absent += bearers.getValue().size() - expected.size();
                ListNames list = lists.get(bearers.getKey());
                if (expected.isEmpty() || list == null) {
                    continue;
                }
                asked++;
                Set<String> first = first(name.text(), list);
                if (!first.containsAll(expected)) {
                    wrong.add(String.format(
                            Locale.ROOT, "%s %s: %s, but not %s", bearers.getKey(), name.text(), first, expected));
                } else if (first.size() == 1) {
                    alone++;
                } else {
                    ambiguous++;
                }
            }
        }
        wrong.forEach(OUT::println);
        OUT.printf(
                Locale.ROOT,
                "%d names, %d times on a list (and %d of entries that the lists at hand do not have): all bearers first %d,"
                        + " of these alone %d, with others that have the same name %d; not first %d%n",
                names.size(),
                asked,
                absent,
                alone + ambiguous,
                alone,
                ambiguous,
                wrong.size());
    }

    /** The entries with the highest score. */
    private static Set<String> first(String name, ListNames list) {
        List<Candidates.Scored> found =
                Candidates.of(new ScreeningView.Asked(name, null, null), List.of(list), ScreeningIn.DEFAULT_THRESHOLD);
        return found.stream()
                .filter(one -> one.score() == found.get(0).score())
                .map(one -> one.listed().bearer().reference())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, Name> names(Path file) throws IOException {
        Map<String, Name> names = new LinkedHashMap<>();
        for (Map<String, String> row : CsvTable.read(file)) {
            ListId list = row.getOrDefault("list", "").startsWith("OFAC")
                    ? ListId.OFAC_SDN
                    : ListId.valueOf(row.getOrDefault("list", "").substring(0, 2));
            Stream.concat(
                            Stream.of(row.getOrDefault("name", "")),
                            Arrays.stream(row.getOrDefault("aliases", "").split(" \\| ", -1)))
                    .filter(name -> !name.isBlank())
                    .flatMap(name -> Variants.of(name).stream())
                    .forEach(name -> names.computeIfAbsent(
                                    Folding.fold(name), key -> new Name(name, new LinkedHashMap<>()))
                            .bearers()
                            .computeIfAbsent(list, key -> new LinkedHashSet<>())
                            .add(row.getOrDefault("id", "")));
        }
        return names;
    }
}
