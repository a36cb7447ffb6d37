package org.tocsin.events.rebuild;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.control.RulesInForce;
import org.tocsin.events.control.RulesVersion;
import org.tocsin.service.access.Role;

/** The versions of the rules. */
@Path("/control/rules")
@Tag(name = "Rebuilds")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
@RegisterForReflection(
        targets = {RulesResource.RulesPage.class, RulesResource.RulesView.class, RulesResource.PeriodView.class})
public class RulesResource {
    private final RulesInForce rules;

    RulesResource(RulesInForce rules) {
        this.rules = rules;
    }

    /** @param next always null: the list is whole */
    @Schema(name = "RulesPage")
    public record RulesPage(
            @Schema(description = "The newest last.") List<RulesView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /**
     * A version of the rules.
     *
     * @param words what is different from the version before
     * @param inForce whether timelines follow it
     * @param since since when it is in force; null when it is not
     * @param periods when it was in force, the first time first
     */
    @Schema(name = "Rules")
    public record RulesView(
            @Schema(examples = "2") String version,
            String words,
            boolean inForce,
            @Schema(nullable = true) @Nullable Instant since,
            List<PeriodView> periods) {}

    /**
     * @param from when it was put in force; the first version counts for all time before too
     * @param to when another one was; null for still
     */
    @Schema(name = "RulesPeriod")
    public record PeriodView(
            Instant from,
            @Schema(nullable = true) @Nullable Instant to,
            @Schema(examples = "an-analyst") String author,
            String reason) {}

    @GET
    @Operation(
            operationId = "listRules",
            summary = "The versions of the rules",
            description =
                    "The versions that this release knows, in words, and when each was in force. Another version is put in force by"
                            + " a rebuild. The rules are in docs/control.md.")
    @APIResponse(
            responseCode = "200",
            description = "All versions.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RulesPage.class),
                            examples = @ExampleObject(name = "the second in force", value = RebuildExamples.RULES)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public RulesPage rules() {
        List<RulesInForce.Entry> history = rules.history();
        return new RulesPage(
                RulesVersion.ALL.stream().map(version -> view(version, history)).toList(), null);
    }

    private static RulesView view(RulesVersion version, List<RulesInForce.Entry> history) {
        List<PeriodView> periods = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            RulesInForce.Entry entry = history.get(i);
            if (entry.version().equals(version.id())) {
                Instant to = i + 1 < history.size() ? history.get(i + 1).since() : null;
                periods.add(new PeriodView(entry.since(), to, entry.author(), entry.reason()));
            }
        }
        Instant since = periods.stream()
                .filter(period -> period.to() == null)
                .map(PeriodView::from)
                .findFirst()
                .orElse(null);
        return new RulesView(version.id(), version.words(), since != null, since, periods);
    }
}
