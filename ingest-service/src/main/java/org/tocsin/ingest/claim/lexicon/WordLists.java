package org.tocsin.ingest.claim.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named sets of lower-case words, read from a file of sections ({@code [name]}) with words parted by blanks. */
public final class WordLists {
    private final Map<String, List<String>> lines;
    private final Map<String, Set<String>> words;

    private WordLists(Map<String, List<String>> lines) {
        this.lines = lines;
        this.words = new HashMap<>();
        lines.forEach((section, found) -> words.put(
                section,
                Set.copyOf(found.stream()
                        .flatMap(line -> List.of(line.split(" +")).stream())
                        .distinct()
                        .toList())));
    }

    /** Cues of stance, extent and the peaceful senses of words. */
    public static WordLists cues() {
        return read("cues.txt");
    }

    /** Generic names of parties, sources and victims. */
    public static WordLists parties() {
        return read("parties.txt");
    }

    /** What tells the names of places from those of persons, organisations and things. */
    public static WordLists names() {
        return read("names.txt");
    }

    static WordLists read(String resource) {
        Map<String, List<String>> lines = new HashMap<>();
        String section = "";
        for (String raw : ResourceLines.of(resource)) {
            String line = raw.replaceAll("#.*", "").strip();
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
                lines.putIfAbsent(section, new ArrayList<>());
            } else if (!line.isEmpty()) {
                lines.getOrDefault(section, new ArrayList<>()).add(line);
            }
        }
        return new WordLists(lines);
    }

    /** The words of a section; a section that is not in the file is a mistake of ours. */
    public Set<String> words(String section) {
        Set<String> found = words.get(section);
        if (found == null) {
            throw new IllegalArgumentException("no section " + section);
        }
        return found;
    }

    /** The words of several sections. */
    public Set<String> words(String first, String... others) {
        Set<String> all = new HashSet<>(words(first));
        for (String other : others) {
            all.addAll(words(other));
        }
        return Set.copyOf(all);
    }

    /** The lines of a section whose entries have several words. */
    public List<String> phrases(String section) {
        return List.copyOf(lines.getOrDefault(section, List.of()));
    }
}
