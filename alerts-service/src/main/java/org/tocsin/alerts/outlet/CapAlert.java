package org.tocsin.alerts.outlet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.format.AlertInWords;

/** Alerts as messages of the Common Alerting Protocol 1.2 (OASIS, http://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html). */
final class CapAlert {
    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    static final String MEDIA_TYPE = "application/cap+xml";

    /** CAP wants an offset in figures, and -00:00 for UTC. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT);

    /** About the extent of a town, in kilometres. */
    private static final String RADIUS_KM = "5";

    private CapAlert() {}

    /**
     * Writes it into a document.
     *
     * @param sent when the alerts that it revises were sent; of one that is not there no reference can be made
     */
    static void write(Xml xml, AlertInWords alert, Map<UUID, Instant> sent) {
        xml.root("alert", NAMESPACE, cap -> {
            cap.text("identifier", alert.id())
                    .text("sender", alert.source())
                    .text("sent", time(alert.sent()))
                    .text("status", "Actual")
                    .text("msgType", messageType(alert.message()))
                    .text("source", "Tocsin")
                    .text("scope", "Restricted")
                    .text("restriction", "For who subscribed");
            String references = referencesOf(alert, sent);
            if (!references.isEmpty()) {
                cap.text("references", references);
            }
            cap.element("info", info -> info(info, alert));
        });
    }

    private static void info(Xml info, AlertInWords alert) {
        info.text("language", "en")
                .text("category", "Security")
                .text("event", "Change of territorial control")
                .text("responseType", alert.message().equals("CANCEL") ? "AllClear" : "Assess")
                .text("urgency", "Immediate")
                .text("severity", severity(alert.kind()))
                .text("certainty", certainty(alert));
        if (alert.validFrom() != null) {
            info.text(
                    "onset", time(alert.validFrom().atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        info.text("senderName", "Tocsin").text("headline", alert.headline()).text("description", alert.description());
        parameter(info, "kind", alert.kind());
        parameter(info, "from", alert.from());
        parameter(info, "to", alert.to());
        parameter(info, "state", alert.state());
        parameter(info, "assurance", alert.assurance());
        parameter(info, "reference", alert.reference());
        AlertInWords.Place place = alert.place();
        if (place != null) {
            info.element("area", area -> {
                area.text("areaDesc", place.name() + ", " + place.country())
                        .text(
                                "circle",
                                String.format(Locale.ROOT, "%.5f,%.5f ", place.latitude(), place.longitude())
                                        + RADIUS_KM);
                area.element(
                        "geocode", code -> code.text("valueName", "GeoNames").text("value", place.id()));
            });
        }
    }

    private static void parameter(Xml info, String name, @Nullable String value) {
        if (value != null) {
            info.element("parameter", pair -> pair.text("valueName", name).text("value", value));
        }
    }

    /** {@code sender,identifier,sent} of each earlier message. */
    private static String referencesOf(AlertInWords alert, Map<UUID, Instant> sent) {
        List<String> references = alert.revises().stream()
                .filter(sent::containsKey)
                .map(id -> alert.source() + "," + id + "," + time(Objects.requireNonNull(sent.get(id))))
                .toList();
        return references.stream().collect(Collectors.joining(" "));
    }

    private static String messageType(String message) {
        return switch (message) {
            case "UPDATE" -> "Update";
            case "CANCEL" -> "Cancel";
            default -> "Alert";
        };
    }

    private static String severity(String kind) {
        return switch (kind) {
            case "CHANGED_HANDS", "CORRECTED" -> "Severe";
            case "CONTESTED", "SANCTIONS_CHANGED", "HOLDER_NAMED" -> "Moderate";
            default -> "Minor";
        };
    }

    /** How sure a state is, in CAP's words; what was taken back is unlikely. */
    private static String certainty(AlertInWords alert) {
        if (alert.kind().equals("RETRACTED")) {
            return "Unlikely";
        }
        String assurance = alert.assurance();
        return assurance == null
                ? "Unknown"
                : switch (assurance) {
                    case "CONFIRMED" -> "Observed";
                    case "CORROBORATED" -> "Likely";
                    case "CLAIMED" -> "Possible";
                    default -> "Unknown";
                };
    }

    private static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
