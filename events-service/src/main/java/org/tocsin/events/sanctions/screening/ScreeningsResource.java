package org.tocsin.events.sanctions.screening;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.matching.Comparison;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Names screened against the sanctions lists, and the record of it. */
@Path("/screenings")
@RegisterForReflection(
        targets = {
            ScreeningsResource.ScreeningPage.class,
            ScreeningsResource.SummaryView.class,
            ScreeningsResource.Stored.class,
            ScreeningIn.class,
            ScreeningIn.NameIn.class
        })
@Tag(name = "Screening")
@Blocking
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class ScreeningsResource {
    private static final int MOST_CHARACTERS = 100_000;
    private static final ZoneOffset EARLIEST_DAY = ZoneOffset.ofHours(14);

    private final Screening screening;
    private final ScreeningRows rows;
    private final SecurityIdentity caller;
    private final ObjectMapper json;
    private final Clock clock;

    ScreeningsResource(
            Screening screening, ScreeningRows rows, SecurityIdentity caller, ObjectMapper json, Clock clock) {
        this.screening = screening;
        this.rows = rows;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "ScreeningPage")
    record ScreeningPage(
            List<SummaryView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /**
     * A screening in short.
     *
     * @param names how many names it had
     * @param found how many entries were found for all of them
     */
    @Schema(name = "ScreeningSummary")
    record SummaryView(
            @Schema(examples = "17") String id,
            Instant at,
            String by,
            String algorithm,
            double threshold,
            @Schema(nullable = true) @Nullable LocalDate asOf,
            int names,
            int found) {}

    /** A screening as it was written, to be answered as it is. */
    @Schema(implementation = ScreeningView.class)
    record Stored(@JsonValue @JsonRawValue String json) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Screen names against the sanctions lists",
            description =
                    "For each name the entries that it may mean, the best first, each with its score and what the score is made of. A name"
                            + " is a string, or an object with what is known of the bearer. It may be in Latin, Arabic, Cyrillic, Greek,"
                            + " Hebrew, Georgian or Armenian letters or katakana; other scripts match only themselves. The answer names"
                            + " the versions of the lists; `version` is null for a list that has none, and nothing of it was looked at."
                            + " What was answered stays on record at `Location`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScreeningIn.class),
                            examples = @ExampleObject(name = "two names", value = ScreeningExamples.REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Address of the record.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScreeningView.class),
                            examples = @ExampleObject(name = "one found", value = ScreeningExamples.SCREENING)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    public Response screen(@NotNull @Valid ScreeningIn body) {
        check(body);
        ScreeningView made = screening.screen(body, caller.getPrincipal().getName());
        return Response.ok(made)
                .location(UriBuilder.fromPath("/screenings/{id}").build(made.id()))
                .build();
    }

    private void check(ScreeningIn body) {
        int characters = 0;
        for (int i = 0; i < body.names().size(); i++) {
            String name = body.names().get(i).name();
            characters += name.length();
            if (!Comparison.isComparable(name)) {
                throw Problem.invalid("names[" + i + "].name", "must have a letter or a digit")
                        .asException();
            }
        }
        if (characters > MOST_CHARACTERS) {
            throw Problem.invalid("names", "must not have more than 100000 characters in all")
                    .asException();
        }
        LocalDate asOf = body.asOf();
        if (asOf != null && asOf.isAfter(LocalDate.ofInstant(Instant.now(clock), EARLIEST_DAY))) {
            throw Problem.invalid("asOf", "must not be in the future").asException();
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ScreeningCsv.MEDIA_TYPE})
    @Operation(
            summary = "List the screenings on record",
            description =
                    "In the order in which they were made, as JSON or CSV by the Accept header. Analysts and admins see all, others their own."
                            + " The header Link tells the next page in both.")
    @APIResponse(
            responseCode = "200",
            description = "A page of screenings in short.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ScreeningPage.class),
                        examples = @ExampleObject(name = "JSON", value = ScreeningExamples.PAGE)),
                @Content(
                        mediaType = ScreeningCsv.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "CSV", value = ScreeningExamples.PAGE_CSV))
            })
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "NotAcceptable", responseCode = "406")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public Response all(
            @Parameter(description = "The next of the page before, or the id of a screening.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = "[0-9]{1,18}", message = "must be the next of an earlier page") String after,
            @Parameter(
                            description = "How many at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1) @Max(1000) Integer limit,
            @Context Request request,
            @Context UriInfo uri) {
        List<ScreeningRows.Row> found = rows.page(after == null ? 0 : Long.parseLong(after), onlyOwn(), limit + 1);
        boolean more = found.size() > limit;
        List<SummaryView> page = found.stream()
                .limit(limit)
                .map(row -> new SummaryView(
                        Long.toString(row.id()),
                        row.at(),
                        row.author(),
                        row.algorithm(),
                        row.threshold(),
                        row.asOf(),
                        row.names(),
                        row.found()))
                .toList();
        String next = more ? page.get(page.size() - 1).id() : null;
        Response.ResponseBuilder answer = isCsv(request)
                ? Response.ok(ScreeningCsv.of(page), ScreeningCsv.MEDIA_TYPE + ";charset=UTF-8")
                : Response.ok(new ScreeningPage(page, next), MediaType.APPLICATION_JSON);
        if (next != null) {
            answer.link(
                    uri.getRequestUriBuilder().replaceQueryParam("after", next).build(), "next");
        }
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, ScreeningCsv.MEDIA_TYPE})
    @Operation(
            summary = "Get a screening on record",
            description =
                    "As it was answered, with the suppressed candidates; as CSV a line for each candidate, and one for each name without any."
                            + " Analysts and admins see all, others their own.")
    @APIResponse(
            responseCode = "200",
            description = "The screening.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ScreeningView.class),
                        examples = @ExampleObject(name = "JSON", value = ScreeningExamples.SCREENING)),
                @Content(
                        mediaType = ScreeningCsv.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "CSV", value = ScreeningExamples.CSV))
            })
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "NotAcceptable", responseCode = "406")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no screening of this id, or it is somebody else's.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response one(
            @Parameter(description = "Id of the screening.", example = "17")
                    @PathParam("id")
                    @Pattern(regexp = "[0-9]{1,18}", message = "must be the id of a screening") String id,
            @Context Request request) {
        String body = rows.body(Long.parseLong(id), onlyOwn())
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "There is no screening of this id.")
                        .asException());
        Response.ResponseBuilder answer = isCsv(request)
                ? Response.ok(ScreeningCsv.of(read(body)), ScreeningCsv.MEDIA_TYPE + ";charset=UTF-8")
                : Response.ok(new Stored(body), MediaType.APPLICATION_JSON);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private Optional<String> onlyOwn() {
        boolean all = caller.hasRole(Role.ANALYST) || caller.hasRole(Role.ADMIN);
        return all ? Optional.empty() : Optional.of(caller.getPrincipal().getName());
    }

    private static boolean isCsv(Request request) {
        MediaType csv = MediaType.valueOf(ScreeningCsv.MEDIA_TYPE);
        Variant chosen = request.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, csv).build());
        return chosen != null && csv.isCompatible(chosen.getMediaType());
    }

    private ScreeningView read(String body) {
        try {
            return json.readValue(body, ScreeningView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored screening cannot be read", e);
        }
    }
}
