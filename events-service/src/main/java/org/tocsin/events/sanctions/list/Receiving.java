package org.tocsin.events.sanctions.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Audit;
import org.tocsin.events.database.Database;
import org.tocsin.events.database.Locks;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.service.problem.Problem;

/** Keeps what comes as a version of a list, whatever it is. It is read later, by whichever replica is first. */
@ApplicationScoped
class Receiving {
    /** Rings when a version waits to be read. */
    static final String CHANNEL = "sanctions_received";

    private final VersionRows versions;
    private final FileRows files;
    private final Locks locks;
    private final Audit audit;
    private final Database database;
    private final Clock clock;

    Receiving(VersionRows versions, FileRows files, Locks locks, Audit audit, Database database, Clock clock) {
        this.versions = versions;
        this.files = files;
        this.locks = locks;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The version that these bytes are: a new one, or one that came before.
     *
     * @param asOf the day that the file is of, where the caller says it
     * @param current whether the publisher gives this file now
     */
    @Transactional
    Version receive(ListId list, byte[] body, @Nullable LocalDate asOf, boolean current, String author) {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (asOf != null && asOf.isAfter(today.plusDays(1))) {
            throw Problem.invalid("asOf", "must not be in the future").asException();
        }
        String sha256 = FileRows.sha256(body);
        locks.lock(Locks.Kind.SANCTIONS_RECEIPT, List.of(list.name()));
        Optional<Version> known = known(list, sha256, asOf, current, today);
        if (known.isPresent()) {
            LocalDate seen = current ? today : asOf;
            if (seen != null) {
                versions.seen(list, known.get().number(), seen);
            }
            return versions.find(list, known.get().number()).orElseThrow();
        }
        files.keep(list, sha256, body);
        Version version = versions.insert(list, sha256, now, author, asOf, current);
        audit.record(
                now,
                author,
                "sanctions-list-version",
                "sanctions-lists/" + list + "/versions/" + version.number(),
                "sha256=" + sha256 + " size=" + body.length + " asOf=" + (asOf == null ? "" : asOf));
        database.give(connection -> {
            try (Statement ring = connection.createStatement()) {
                ring.execute("notify " + CHANNEL);
            }
        });
        return version;
    }

    /**
     * The version that is the same. A publisher who goes back to an earlier file makes a new version of it: where the caller says that the file
     * is given now, only the last one counts.
     */
    private Optional<Version> known(
            ListId list, String sha256, @Nullable LocalDate asOf, boolean current, LocalDate today) {
        Optional<Version> last = versions.last(list)
                .filter(version -> version.sha256().equals(sha256))
                .filter(version -> asOf == null || asOf.equals(version.givenAsOf()) || asOf.equals(version.asOf()));
        if (last.isPresent()) {
            return last;
        }
        if (asOf != null) {
            return versions.same(list, sha256, asOf);
        }
        return current
                ? versions.inForceOn(list, today.plusDays(1))
                        .filter(version -> version.sha256().equals(sha256))
                : versions.same(list, sha256);
    }
}
