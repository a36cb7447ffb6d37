package org.tocsin.events.sanctions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tocsin.events.sanctions.ActorNames.Entry;
import org.tocsin.events.sanctions.ActorNames.Meaning;
import org.tocsin.events.sanctions.ActorNames.Named;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorLink;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Folding;
import org.tocsin.reference.UnlinkedEntry;

/** Whether the names of list entries lead to the right ones. */
final class SurfaceNames {
    private final Actors actors = Actors.load();
    private final ActorLinks links = ActorLinks.load(actors);

    /**
     * What came out, in lines to print.
     *
     * @param spellings different names as they are written
     * @param caseless different names when capitals are ignored
     * @param names different names after folding, as all comparing does
     * @param shared names that several entries of one list bear
     * @param sharedToOne those of them that are not ambiguous
     */
    record Result(
            int entries,
            int withActor,
            int withReason,
            List<String> missing,
            int spellings,
            int caseless,
            int names,
            int clear,
            int ambiguous,
            int withoutActor,
            int shared,
            List<String> wrong,
            List<String> sharedToOne) {}

    /**
     * Reads a file with the columns list, id, name, programme, listed_on, alias_count, aliases parted by blank, bar, blank.
     *
     * @param csv its text
     */
    Result judge(String csv) {
        Map<Entry, Set<String>> names = new LinkedHashMap<>();
        for (List<String> row : rows(csv)) {
            Set<String> all = new LinkedHashSet<>(List.of(row.get(2)));
            Arrays.stream(row.get(6).split(" \\| ", -1))
                    .filter(name -> !name.isBlank())
                    .forEach(all::add);
            names.put(new Entry(list(row.get(0)), row.get(1)), all);
        }
        return judge(names);
    }

    private Result judge(Map<Entry, Set<String>> names) {
        Map<Entry, Set<String>> actorsOf = new LinkedHashMap<>();
        for (ActorLink link : links.all()) {
            actorsOf.computeIfAbsent(new Entry(link.list(), link.reference()), entry -> new TreeSet<>())
                    .add(link.actor());
        }
        Set<Entry> reasons = new LinkedHashSet<>();
        for (UnlinkedEntry entry : links.unlinked()) {
            reasons.add(new Entry(entry.list(), entry.reference()));
        }
        List<String> missing = names.keySet().stream()
                .filter(entry -> !actorsOf.containsKey(entry) && !reasons.contains(entry))
                .map(Entry::toString)
                .toList();
        Collection<Named> named = names.entrySet().stream()
                .map(entry -> new Named(entry.getKey(), entry.getValue()))
                .toList();
        ActorNames index = new ActorNames(actors, links, named);
        Map<String, Map<String, Set<Entry>>> bearers = new TreeMap<>();
        Map<String, String> spelling = new TreeMap<>();
        names.forEach((entry, all) -> all.forEach(name -> {
            spelling.putIfAbsent(Folding.fold(name), name);
            bearers.computeIfAbsent(Folding.fold(name), key -> new TreeMap<>())
                    .computeIfAbsent(entry.list(), key -> new LinkedHashSet<>())
                    .add(entry);
        }));
        Set<String> spellings = new TreeSet<>();
        Set<String> caseless = new TreeSet<>();
        names.values()
                .forEach(all -> all.forEach(name -> {
                    spellings.add(name);
                    caseless.add(name.toLowerCase(Locale.ROOT));
                }));
        int sharedNames = 0;
        int clear = 0;
        int ambiguous = 0;
        int withoutActor = 0;
        List<String> wrong = new ArrayList<>();
        List<String> sharedToOne = new ArrayList<>();
        for (var name : bearers.entrySet()) {
            Meaning meaning = index.meaningOf(spelling.getOrDefault(name.getKey(), ""), Set.of());
            boolean shared = name.getValue().values().stream().anyMatch(entries -> entries.size() > 1);
            sharedNames += shared ? 1 : 0;
            if (meaning.ambiguous()) {
                ambiguous++;
            } else if (meaning.actor().isEmpty()) {
                withoutActor++;
                boolean expected = name.getValue().values().stream()
                        .flatMap(Collection::stream)
                        .allMatch(entry ->
                                reasons.contains(entry) && meaning.undecided().contains(entry));
                if (!expected) {
                    wrong.add(name.getKey() + " means nothing");
                }
            } else {
                Actor actor = meaning.actor().get();
                clear++;
                boolean right = name.getValue().values().stream()
                        .flatMap(Collection::stream)
                        .allMatch(
                                entry -> actorsOf.getOrDefault(entry, Set.of()).contains(actor.id())
                                        && meaning.entries()
                                                .getOrDefault(entry.list(), List.of())
                                                .contains(entry.reference()));
                if (!right) {
                    wrong.add(name.getKey() + " -> " + actor.id() + " but " + name.getValue());
                }
                if (shared) {
                    sharedToOne.add(name.getKey() + " -> " + actor.id() + " of " + name.getValue());
                }
            }
        }
        int withActor =
                (int) names.keySet().stream().filter(actorsOf::containsKey).count();
        int withReason = (int) names.keySet().stream()
                .filter(entry -> !actorsOf.containsKey(entry) && reasons.contains(entry))
                .count();
        return new Result(
                names.size(),
                withActor,
                withReason,
                missing,
                spellings.size(),
                caseless.size(),
                bearers.size(),
                clear,
                ambiguous,
                withoutActor,
                sharedNames,
                wrong,
                sharedToOne);
    }

    private static String list(String name) {
        return name.startsWith("OFAC") ? "OFAC_SDN" : name.substring(0, 2);
    }

    /** The rows below the header; quoted cells may hold commas and doubled quotes. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        csv.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char next = line.charAt(i);
                if (next == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (next == '"') {
                    quoted = !quoted;
                } else if (next == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(next);
                }
            }
            cells.add(cell.toString());
            rows.add(cells);
        });
        return rows;
    }
}
