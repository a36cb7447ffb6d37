package org.tocsin.events.sanctions.list;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.Fault;
import org.tocsin.events.sanctions.format.ListFile;
import org.tocsin.events.sanctions.format.ParsedList;
import org.tocsin.events.sanctions.format.UnreadableList;

/** Counts what is in files of sanctions lists, and what each changed against the one before it ({@code deploy/local/evaluate-lists}). */
final class EvaluateLists {
    private static final PrintStream OUT = System.out;

    private EvaluateLists() {}

    public static void main(String[] args) throws IOException {
        ListId list = ListId.of(args.length == 0 ? "" : args[0]).orElse(null);
        if (list == null || args.length < 2) {
            OUT.println("usage: evaluate-lists " + Arrays.toString(ListId.values()) + " FILE [LATER_FILE...]");
            return;
        }
        ParsedList before = null;
        for (String file : List.of(args).subList(1, args.length)) {
            long start = System.nanoTime();
            try {
                ParsedList parsed = ListFile.read(list, Files.readAllBytes(Path.of(file)));
                describe(Path.of(file), parsed, (System.nanoTime() - start) / 1_000_000);
                if (before != null) {
                    compare(list, before, parsed);
                }
                before = parsed;
            } catch (UnreadableList e) {
                Fault fault = e.fault();
                OUT.println(Path.of(file).getFileName() + ": " + fault.kind() + ", " + fault.detail());
            }
        }
    }

    private static void describe(Path file, ParsedList parsed, long millis) {
        OUT.printf(
                Locale.ROOT,
                "%s: %d entries %s of %s, made of %s, read in %d ms%n",
                file.getFileName(),
                parsed.entries().size(),
                counted(parsed.entries().stream(), entry -> entry.kind().name()),
                parsed.publishedOn().map(Object::toString).orElse("no day"),
                parsed.parts().stream().sorted().toList(),
                millis);
        OUT.println("  names " + counted(names(parsed), name -> name.kind() + "/" + name.strength()));
        OUT.println("  scripts " + counted(names(parsed), EntryName::script));
        OUT.println("  with a day of listing "
                + parsed.entries().stream()
                        .filter(entry -> entry.listedOn() != null)
                        .count());
        parsed.faults().forEach(fault -> OUT.println("  " + fault.kind() + ": " + fault.detail()));
    }

    private static void compare(ListId list, ParsedList before, ParsedList after) {
        List<EntryChange> changes =
                Comparison.between(list, before.entries(), before.parts(), after.entries(), after.parts());
        OUT.println("  against the file before: "
                + counted(changes.stream(), change -> change.kind().name()));
        OUT.println("  amended in "
                + counted(changes.stream().flatMap(change -> change.aspects().stream()), Aspect::name)
                + "; in name or programme "
                + changes.stream()
                        .filter(change -> change.aspects().contains(Aspect.NAME)
                                || change.aspects().contains(Aspect.PROGRAMME))
                        .count());
        List<Fault> faults = Judgement.of(changes, before.entries().size(), before.parts(), after.parts());
        OUT.println("  would be " + (faults.isEmpty() ? "taken" : "put in quarantine"));
        faults.forEach(fault -> OUT.println("  " + fault.kind() + ": " + fault.detail()));
    }

    private static Stream<EntryName> names(ParsedList parsed) {
        return parsed.entries().stream().map(ListEntry::names).flatMap(List::stream);
    }

    private static <T> Map<String, Long> counted(Stream<T> all, Function<T, String> by) {
        return all.collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
