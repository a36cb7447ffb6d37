package org.tocsin.events.control;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Who holds places as long as nothing is known, where it is not the recognised government. */
@Path("/baselines")
@RegisterForReflection(targets = {BaselinesResource.BaselinePage.class, BaselinesResource.BaselineView.class})
@Tag(name = "Control")
@Blocking
public class BaselinesResource {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST = 20_000;

    private final Baselining baselining;
    private final BaselineRows rows;
    private final SecurityIdentity caller;

    BaselinesResource(Baselining baselining, BaselineRows rows, SecurityIdentity caller) {
        this.baselining = baselining;
        this.rows = rows;
        this.caller = caller;
    }

    /**
     * One baseline.
     *
     * @param scope id of a place, code of a region or of a country; the narrowest counts
     * @param holder id of the actor; null for nobody known
     */
    @Schema(name = "Baseline")
    public record BaselineView(
            @NotNull @Size(max = 100) @Schema(examples = "UA.14")
            String scope,

            @Nullable @Size(max = 100) @Schema(nullable = true, examples = "government-of-ua")
            String holder) {}

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "BaselinePage")
    public record BaselinePage(
            List<BaselineView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @Schema(name = "BaselinesRequest")
    public record BaselinesIn(@NotNull @Size(max = MOST) List<@NotNull @Valid BaselineView> items) {}

    /**
     * What became of a set.
     *
     * @param added scopes that had no holder of their own before
     * @param removed scopes that have none any more
     * @param changed scopes with another holder
     * @param places places with something recorded that are thought about again
     */
    @Schema(name = "BaselinesResult")
    public record BaselinesResult(
            @Schema(examples = "1") int added,
            @Schema(examples = "0") int removed,
            @Schema(examples = "0") int changed,
            @Schema(examples = "12") int places) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, BaselineCsv.MEDIA_TYPE})
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "List the baselines that were set",
            description =
                    "In the order of their scopes, as JSON a page at a time, or by the Accept header as CSV the whole set, ready to be"
                            + " edited and put back. Places that none of them covers are held by the recognised government of their"
                            + " country as long as nothing is known.")
    @APIResponse(
            responseCode = "200",
            description = "The baselines.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BaselinePage.class),
                        examples = @ExampleObject(name = "JSON", value = BaselineExamples.PAGE)),
                @Content(
                        mediaType = BaselineCsv.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "CSV", value = BaselineExamples.CSV))
            })
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "NotAcceptable", responseCode = "406")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public Response all(
            @Parameter(description = "The next of the page before; JSON only.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = "[A-Za-z0-9.]{1,100}", message = "must be the next of an earlier page") String after,
            @Parameter(
                            description = "How many at most; JSON only.",
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
            @Context Request request) {
        MediaType json = MediaType.APPLICATION_JSON_TYPE;
        MediaType csv = MediaType.valueOf(BaselineCsv.MEDIA_TYPE);
        Variant chosen = request.selectVariant(Variant.mediaTypes(json, csv).build());
        boolean asCsv = chosen != null && chosen.getMediaType().isCompatible(csv);
        return Response.ok(
                        asCsv ? BaselineCsv.of(rows.all().holders()) : page(after, limit),
                        asCsv ? csv.withCharset("utf-8") : json)
                .header("Vary", "Accept")
                .build();
    }

    private BaselinePage page(@Nullable String after, int limit) {
        List<BaselineView> found = new ArrayList<>();
        rows.after(after, limit + 1)
                .holders()
                .forEach((scope, holder) -> found.add(new BaselineView(scope, holder.orElse(null))));
        boolean more = found.size() > limit;
        List<BaselineView> items = more ? found.subList(0, limit) : found;
        return new BaselinePage(items, more ? items.get(items.size() - 1).scope() : null);
    }

    @PUT
    @Consumes(BaselineCsv.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            summary = "Set the baselines",
            description =
                    "Replaces the whole set of baselines, all or nothing; at most 20,000 lines and 1 MiB of CSV with the header"
                            + " `scope,holder`, or the same as JSON. A scope is the id of a place, the code of a region or of a country;"
                            + " for a place the narrowest counts. A holder is the id of an actor, or empty when nobody is known to hold"
                            + " the scope. Every wrong line is named (`lines[3].scope`; the header is line 1), and then nothing is"
                            + " changed. Places with something recorded are thought about again shortly after the answer; changes that"
                            + " follow are in the feed with cause type `baseline`. The others answer the new baseline at once, without a"
                            + " change. What was known before (`knownAt`) stays as it was.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = BaselineCsv.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "CSV", value = BaselineExamples.CSV)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BaselinesIn.class),
                        examples = @ExampleObject(name = "JSON", value = BaselineExamples.REQUEST))
            })
    @APIResponse(
            responseCode = "200",
            description = "What the new set differs in from the one before.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BaselinesResult.class),
                            examples = @ExampleObject(name = "a new set", value = BaselineExamples.RESULT)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "413",
            description = "The file is larger than 1 MiB.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public BaselinesResult put(InputStream body) throws IOException {
        BaselineCsv.Parsed parsed = BaselineCsv.parse(text(body));
        if (parsed.lines().size() + parsed.errors().size() > MOST) {
            throw Problem.invalid("body", "must have at most 20,000 lines").asException();
        }
        return result(parsed);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(hidden = true)
    public BaselinesResult put(@NotNull @Valid BaselinesIn body) {
        List<BaselineCsv.Line> lines = IntStream.range(0, body.items().size())
                .mapToObj(i -> new BaselineCsv.Line(
                        "items[" + i + "]",
                        body.items().get(i).scope(),
                        Optional.ofNullable(body.items().get(i).holder())))
                .toList();
        return result(new BaselineCsv.Parsed(lines, List.of()));
    }

    private BaselinesResult result(BaselineCsv.Parsed parsed) {
        Baselining.Outcome outcome = baselining.replace(
                parsed.lines(), parsed.errors(), caller.getPrincipal().getName());
        return new BaselinesResult(
                outcome.difference().added().size(),
                outcome.difference().removed().size(),
                outcome.difference().changed().size(),
                outcome.places());
    }

    private static String text(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Problem.of(ProblemKind.TOO_LARGE, "The file is larger than 1 MiB.")
                    .asException();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("body", "must be text in UTF-8").asException();
        }
    }
}
