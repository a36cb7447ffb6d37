package org.tocsin.alerts.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.silence.Silences;

/** The pauses and silences that hold alerts back at this moment. */
final class Holds {
    private final Map<UUID, Standing> standings;
    private final Map<String, List<Silences.Active>> silences;

    Holds(Map<UUID, Standing> standings, List<Silences.Active> silences) {
        this.standings = Map.copyOf(standings);
        this.silences = silences.stream().collect(Collectors.groupingBy(Silences.Active::owner));
    }

    static Holds read(Connection connection, Map<UUID, Standing> standings) throws SQLException {
        List<String> owners =
                standings.values().stream().map(Standing::owner).distinct().toList();
        return new Holds(standings, Silences.active(connection, owners));
    }

    /** How long a change is not told to a subscription; empty when nothing holds it back. */
    Optional<OffsetDateTime> until(UUID subscription, Change change) {
        Standing standing = standings.get(subscription);
        if (standing == null) {
            return Optional.empty();
        }
        Stream<OffsetDateTime> ends = silences.getOrDefault(standing.owner(), List.of()).stream()
                .filter(silence -> silence.matchers().concerns(subscription)
                        && Matching.fits(silence.matchers().filter(), change, Optional.empty()))
                .map(Silences.Active::endsAt);
        return Stream.concat(Stream.ofNullable(standing.pausedUntil()), ends).max(OffsetDateTime::compareTo);
    }
}
