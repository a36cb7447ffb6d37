package org.tocsin.ingest.claim.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.ingest.claim.ClaimType;

/** All triggers, by each of their forms. */
public final class Triggers {
    private final Map<String, List<Trigger>> byForm;

    private Triggers(List<Trigger> triggers) {
        this.byForm = new HashMap<>();
        for (Trigger trigger : triggers) {
            for (String form : Set.copyOf(trigger.forms())) {
                byForm.computeIfAbsent(form, key -> new ArrayList<>()).add(trigger);
            }
        }
        // the trigger that asks for most words is tried first
        byForm.values().forEach(found -> found.sort((a, b) -> Integer.compare(asked(b), asked(a))));
    }

    private static int asked(Trigger trigger) {
        return trigger.with().size() * 2 + (trigger.has("back") ? 1 : 0);
    }

    public static Triggers load() {
        List<Trigger> triggers = new ArrayList<>();
        for (String line : ResourceLines.of("triggers.txt")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                triggers.addAll(parse(line));
            }
        }
        return new Triggers(triggers);
    }

    /** One trigger for each of the ways to go on that commas part. */
    private static List<Trigger> parse(String line) {
        String[] fields =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        String[] ways = fields.length > 4 ? fields[4].split(",", -1) : new String[] {""};
        return Arrays.stream(ways)
                .map(way -> new Trigger(
                        fields[0].equals("verb"),
                        ClaimType.valueOf(fields[1]),
                        Frame.valueOf(fields[2]),
                        words(fields[3]),
                        words(way.strip()),
                        fields.length > 5 ? Set.copyOf(words(fields[5])) : Set.of()))
                .toList();
    }

    private static List<String> words(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(" +"));
    }

    /** The triggers that {@code lower} can be a form of, the most demanding first. */
    public List<Trigger> of(String lower) {
        return byForm.getOrDefault(lower, List.of());
    }

    /** Every form of every trigger. */
    public Set<String> forms() {
        return Set.copyOf(byForm.keySet());
    }

    /** Whether the word triggers nothing but what is said, agreed or decreed: claims that need a name of a party or a state beside it. */
    public boolean onPaperOnly(String lower) {
        return of(lower).stream().allMatch(trigger -> trigger.type().onPaper());
    }

    public boolean knows(String lower) {
        return byForm.containsKey(lower);
    }
}
