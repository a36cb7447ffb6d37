package org.tocsin.events.sanctions.screening;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.matching.CsvTable;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Folding;

/**
 * Whether names of the UK's list find the UN's entry that the UK itself says it is ({@code deploy/local/evaluate-names links}). A row has {@code uk_name} and
 * {@code expected_un_ref}.
 */
final class EvaluateLinks {
    private static final PrintStream OUT = System.out;
    private static final double LEAST = 0.3;

    private EvaluateLinks() {}

    public static void main(String[] args) throws IOException {
        List<String> options = Arrays.asList(args);
        List<ListEntry> entries = ListDirectory.un(Path.of(args[1]));
        ListNames names = ListNamesOfFile.names(ListId.UN, entries, Countries.load());
        Map<String, Set<String>> folded = new HashMap<>();
        Set<String> references = new HashSet<>();
        for (ListEntry entry : entries) {
            references.add(entry.reference());
            for (EntryName name : entry.names()) {
                folded.computeIfAbsent(Folding.fold(name.text()), key -> new HashSet<>())
                        .add(entry.reference());
            }
        }
        int all = 0;
        int first = 0;
        int tied = 0;
        int unequal = 0;
        int unequalFirst = 0;
        int unequalTied = 0;
        int gone = 0;
        for (Map<String, String> row : CsvTable.read(Path.of(args[0]))) {
            String name = row.getOrDefault("uk_name", "");
            String expected = row.getOrDefault("expected_un_ref", "");
            var asked = new ScreeningView.Asked(name, null, null);
            List<Candidates.Scored> found = Candidates.of(asked, List.of(names), LEAST);
            boolean hit = !found.isEmpty() && is(found.get(0), expected);
            boolean equal = folded.getOrDefault(Folding.fold(name), Set.of()).contains(expected);
            double best = found.isEmpty() ? 1 : found.get(0).score();
            boolean shared = found.stream().anyMatch(one -> one.score() == best && is(one, expected));
            all++;
            first += hit ? 1 : 0;
            tied += shared ? 1 : 0;
            unequal += equal ? 0 : 1;
            unequalFirst += !equal && hit ? 1 : 0;
            unequalTied += !equal && shared ? 1 : 0;
            gone += references.contains(expected) ? 0 : 1;
            if (!hit && options.contains("--errors")) {
                OUT.printf(
                        Locale.ROOT,
                        "%s%s | %s %s | %s%n",
                        equal ? "= " : "",
                        name,
                        expected,
                        found.stream()
                                .filter(one -> is(one, expected))
                                .map(one -> one.name() + " " + one.score())
                                .findFirst()
                                .orElse("not found"),
                        found.isEmpty()
                                ? "nothing"
                                : found.get(0).listed().bearer().reference() + " "
                                        + found.get(0).name() + " "
                                        + found.get(0).score());
            }
        }
        OUT.printf(
                Locale.ROOT,
                "%d names, %d of entries that the UN's file does not have: rank 1 %.4f (%.4f when any of those tied for it counts);"
                        + " of the %d not equal after folding %.4f (%.4f)%n",
                all,
                gone,
                (double) first / all,
                (double) tied / all,
                unequal,
                (double) unequalFirst / unequal,
                (double) unequalTied / unequal);
    }

    private static boolean is(Candidates.Scored scored, String reference) {
        return scored.listed().bearer().reference().equals(reference);
    }
}
