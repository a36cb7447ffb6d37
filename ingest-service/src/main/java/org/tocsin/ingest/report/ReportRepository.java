package org.tocsin.ingest.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemException;
import org.tocsin.service.problem.ProblemKind;

/** Finds stored reports. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<ReportEntity, UUID> {
    static ProblemException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no report of this id.")
                .asException();
    }

    ReportEntity found(UUID id) {
        return findByIdOptional(id).orElseThrow(ReportRepository::unknown);
    }

    /** A page of reports, last stored first. */
    ReportPage page(
            @Nullable ReportStatus status,
            @Nullable String publisher,
            @Nullable UUID copyOf,
            @Nullable Long after,
            int limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new TreeMap<>();
        if (status != null) {
            conditions.add("status = :status");
            values.put("status", status);
        }
        if (publisher != null) {
            conditions.add("publisher = :publisher");
            values.put("publisher", publisher);
        }
        if (copyOf != null) {
            // by the table: the field is a query of its own for each report, which no index finds
            conditions.add("id in (select c.report from CopyEntity c where c.copyOf = :copyOf)");
            values.put("copyOf", copyOf);
        }
        if (after != null) {
            conditions.add("sequence < :after");
            values.put("after", after);
        }
        List<ReportSummary> found = find(String.join(" and ", conditions), Sort.descending("sequence"), values)
                .range(0, limit)
                .project(ReportSummary.class)
                .list();
        boolean more = found.size() > limit;
        List<ReportSummary> shown = more ? found.subList(0, limit) : found;
        return new ReportPage(shown, more ? String.valueOf(shown.get(limit - 1).sequence()) : null);
    }
}
