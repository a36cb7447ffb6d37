package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The known history of who held a city, and the reports that lead there; a file of {@code docs/histories}.
 *
 * @param city its name
 * @param place its id
 * @param country ISO 3166-1 alpha-2
 * @param reports as they are sent to ingest-service
 * @param states what was so, from the first change on
 */
record History(String city, String place, String country, List<JsonNode> reports, List<Row> states) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * A state of the city.
     *
     * @param from first day
     * @param who who holds it, or who contests it, as slugs; empty when nobody is known to
     * @param tolerance days by which the reports allow the beginning to be off
     */
    record Row(LocalDate from, String state, Set<String> who, int tolerance) {
        boolean contested() {
            return state.equals("CONTESTED");
        }

        String inWords() {
            return from + " " + state + (who.isEmpty() ? "" : " " + String.join(", ", who));
        }
    }

    static History read(Path file) throws IOException {
        JsonNode tree = YAML.readTree(file.toFile());
        JsonNode place = tree.path("place");
        List<JsonNode> reports = new ArrayList<>();
        tree.path("reports").forEach(report -> reports.add(((ObjectNode) report).put("language", "en")));
        List<Row> states = new ArrayList<>();
        for (JsonNode row : tree.path("timeline")) {
            Set<String> who = new TreeSet<>();
            if (row.hasNonNull("holder")) {
                who.add(row.path("holder").asText());
            }
            row.path("parties").forEach(party -> who.add(party.asText()));
            states.add(new Row(
                    LocalDate.parse(row.path("from").asText()),
                    row.path("state").asText(),
                    who,
                    row.path("tolerance").asInt(1)));
        }
        return new History(
                place.path("name").asText(),
                place.path("id").asText(),
                place.path("country").asText(),
                List.copyOf(reports),
                List.copyOf(states));
    }
}
