package org.tocsin.ingest.rereading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.input.Checks;

/** Which reports are read again: all parts must fit, a null part fits everything. */
@Schema(
        name = "ReReadingFilter",
        description =
                "Which reports are read again: those that fit every part given. PENDING reports are read anyway, and RETRACTED ones are not.")
record Filter(
        @Schema(nullable = true, description = "Only reports of this status; both if null.") @Nullable Status status,

        @Schema(
                nullable = true,
                description = "Only reports of this publisher.",
                maxLength = 200,
                examples = "tigris-wire")
        @Nullable String publisher,

        @Schema(
                nullable = true,
                description =
                        "Only reports that an older reader than this read. If null: that another reader read than the"
                                + " one that runs. UNREADABLE reports were read by none and always fit.",
                examples = "2")
        @Nullable String readerVersionBefore,

        @Schema(
                nullable = true,
                description = "Only reports published then or later.",
                examples = "2014-06-01T00:00:00Z")
        @Nullable Instant publishedFrom,

        @Schema(nullable = true, description = "Only reports published before then.", examples = "2014-07-01T00:00:00Z")
        @Nullable Instant publishedBefore,

        @Schema(nullable = true, description = "Only these reports, at most 1,000.") @Nullable List<String> ids) {

    /** Of the statuses of a report those that can be read again. */
    @Schema(name = "ReReadableStatus")
    enum Status {
        READ,
        UNREADABLE
    }

    /** What a reader's version looks like: its numbers count from left to right. */
    static final String VERSION = "[0-9]{1,9}(\\.[0-9]{1,9}){0,3}";

    static final Filter ALL = new Filter(null, null, null, null, null, null);

    private static final int MOST_IDS = 1_000;
    private static final Pattern VERSIONS = Pattern.compile(VERSION);
    private static final Pattern PUBLISHER = Pattern.compile("\\P{Cc}{1,200}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    /** In the form that is stored: times to the microsecond, each id once. */
    Filter checked(Checks checks) {
        if (publisher != null && !PUBLISHER.matcher(publisher).matches()) {
            checks.wrong("filter.publisher", "must be a name of 1 to 200 characters without control characters");
        }
        if (readerVersionBefore != null
                && !VERSIONS.matcher(readerVersionBefore).matches()) {
            checks.wrong("filter.readerVersionBefore", "must be the version of a reader, such as 2 or 2.1");
        }
        if (publishedFrom != null && publishedBefore != null && !publishedFrom.isBefore(publishedBefore)) {
            checks.wrong("filter.publishedFrom", "must be before publishedBefore");
        }
        return new Filter(
                status,
                publisher,
                readerVersionBefore,
                time("publishedFrom", publishedFrom, checks),
                time("publishedBefore", publishedBefore, checks),
                ids == null ? null : distinct(ids, checks));
    }

    List<UUID> reports() {
        return ids == null ? List.of() : ids.stream().map(UUID::fromString).toList();
    }

    private static @Nullable Instant time(String field, @Nullable Instant sent, Checks checks) {
        if (sent != null && (sent.isBefore(EARLIEST) || sent.isAfter(LATEST))) {
            checks.wrong("filter." + field, "must be between the years 1900 and 3000");
            return null;
        }
        return sent == null ? null : sent.truncatedTo(ChronoUnit.MICROS);
    }

    private static List<String> distinct(List<@Nullable String> sent, Checks checks) {
        if (sent.isEmpty() || sent.size() > MOST_IDS) {
            checks.wrong("filter.ids", "must name 1 to 1,000 reports; leave it out for all");
            return List.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String id = sent.get(i);
            if (id == null || !ID.matcher(id).matches()) {
                checks.wrong("filter.ids[" + i + "]", "must be the id of a report");
            } else {
                ids.add(UUID.fromString(id).toString());
            }
        }
        return new ArrayList<>(ids);
    }
}
