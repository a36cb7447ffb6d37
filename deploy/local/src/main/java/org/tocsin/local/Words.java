package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Control in words. */
final class Words {
    private Words() {}

    /** {@code held by Islamic State (claimed)}; {@code contested by A (most) and B (claimed)}. */
    static String control(JsonNode control) {
        String assurance = " (" + control.path("assurance").asText("").toLowerCase(Locale.ROOT) + ")";
        return switch (control.path("state").asText("")) {
            case "HELD" -> "held by " + control.path("holder").path("name").asText() + assurance;
            case "CONTESTED" -> "contested by " + parties(control.path("parties")) + assurance;
            default -> "unknown" + assurance;
        };
    }

    private static String parties(JsonNode parties) {
        List<String> names = new ArrayList<>();
        for (JsonNode party : parties) {
            String extent = party.path("extent").asText("");
            names.add(party.path("actor").path("name").asText()
                    + (extent.isEmpty()
                                    || extent.equals("WHOLE")
                                    || party.path("extent").isNull()
                            ? ""
                            : " (" + extent.toLowerCase(Locale.ROOT) + ")"));
        }
        return String.join(" and ", names);
    }
}
