package org.tocsin.ingest.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Transactions;

/** What is to be said of reports, as they are stored now. */
@ApplicationScoped
class Payloads {
    private static final String FIND = """
            select r.id, r.publisher, r.title, r.url, r.published_at, r.revision, r.status,
                coalesce(r.language, 'und') as language,
                coalesce(g.number, 1) as reading,
                r.live and not coalesce(g.rebuild, false) as live,
                coalesce(g.reader_version, 'none') as reader_version,
                case when r.status = 'READ' then g.claims::text else '[]' end as events,
                c.copy_of, coalesce(c.version, 0) as copy_version,
                coalesce((
                    select jsonb_agg(jsonb_build_object('report', l.report, 'copyOf', l.copy_of, 'version', l.version))
                    from dispatch_copy d join copy l on l.report = d.report where d.carrier = r.id)::text, '[]') as copy_links
            from report r
                left join reading g on g.report = r.id and g.revision = r.revision
                left join copy c on c.report = r.id
            where r.id = any(?::uuid[])
            """;

    private final Transactions transactions;

    Payloads(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Nothing is said of a report that waits to be read again: that reading will queue it anew. */
    Map<UUID, Optional<ReportEvents>> of(Collection<UUID> reports) {
        return transactions.run(connection -> {
            Map<UUID, Optional<ReportEvents>> payloads = new HashMap<>();
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                Columns.bind(find, 1, "uuid", reports);
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) {
                        boolean pending = rows.getString("status").equals("PENDING");
                        payloads.put(
                                rows.getObject("id", UUID.class),
                                pending ? Optional.empty() : Optional.of(payload(rows)));
                    }
                }
            }
            return payloads;
        });
    }

    private static ReportEvents payload(ResultSet row) throws SQLException {
        return new ReportEvents(
                new ReportEvents.Facts(
                        row.getString("publisher"),
                        row.getString("title"),
                        row.getString("url"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("language"),
                        row.getString("copy_of"),
                        row.getInt("copy_version")),
                row.getInt("revision"),
                row.getInt("reading"),
                row.getString("reader_version"),
                row.getBoolean("live"),
                row.getString("events"),
                row.getString("copy_links"));
    }
}
