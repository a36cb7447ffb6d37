package org.tocsin.events.event;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.place.PlaceView;

/** Events as CSV (RFC 4180). */
final class EventsCsv {
    static final String MEDIA_TYPE = "text/csv";

    static final String HEADER =
            "id,type,acled,cameo,stance,changesHands,extent,confidence,place,placeName,country,latitude,"
                    + "longitude,actor,actorName,target,targetName,claimant,claimantName,occurredOn,datePrecision,report,publisher,url,"
                    + "publishedAt,recordedAt,status,weighs,weighsNot\r\n";

    private EventsCsv() {}

    static String of(List<EventView> events) {
        return HEADER + events.stream().map(EventsCsv::line).collect(Collectors.joining());
    }

    private static String line(EventView event) {
        Stream<Object> cells = Stream.of(
                        Stream.of(event.id(), event.type()),
                        cells(event.codes().acled(), event.codes().cameo()),
                        Stream.of(event.stance(), event.changesHands(), event.extent(), event.confidence()),
                        place(event.place()),
                        party(event.actor()),
                        party(event.target()),
                        party(event.claimant()),
                        Stream.of(
                                event.occurredOn(),
                                event.datePrecision(),
                                event.report().id(),
                                event.report().publisher()),
                        cells(event.report().url(), event.report().publishedAt().toString()),
                        Stream.of(event.recordedAt(), event.status(), event.weighs()),
                        cells(event.weighsNot(), null).limit(1))
                .flatMap(part -> part);
        return cells.map(cell -> quoted(cell.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static Stream<Object> place(@Nullable PlaceView place) {
        return place == null
                ? Stream.of("", "", "", "", "")
                : Stream.of(place.id(), place.name(), place.country(), place.latitude(), place.longitude());
    }

    private static Stream<Object> party(@Nullable Party party) {
        return party == null ? Stream.of("", "") : cells(party.id(), party.name());
    }

    private static Stream<Object> cells(@Nullable String one, @Nullable String other) {
        return Stream.of(Objects.requireNonNullElse(one, ""), Objects.requireNonNullElse(other, ""));
    }

    /** A spreadsheet would run a cell that begins with a sign of a formula; such text gets a blank before it. */
    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && "=+@\t\r".indexOf(cell.charAt(0)) >= 0;
        String safe = formula ? " " + cell : cell;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
