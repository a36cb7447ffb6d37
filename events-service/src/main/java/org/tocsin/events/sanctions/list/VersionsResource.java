package org.tocsin.events.sanctions.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Versions of a sanctions list. */
@Path("/sanctions-lists/{list}/versions")
@RegisterForReflection(targets = {VersionsResource.VersionPage.class, VersionsResource.ReleaseIn.class})
@Tag(name = "Sanctions lists")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class VersionsResource {
    private final Receiving receiving;
    private final Releasing releasing;
    private final VersionRows versions;
    private final FileRows files;
    private final SecurityIdentity caller;

    VersionsResource(
            Receiving receiving, Releasing releasing, VersionRows versions, FileRows files, SecurityIdentity caller) {
        this.receiving = receiving;
        this.releasing = releasing;
        this.versions = versions;
        this.files = files;
        this.caller = caller;
    }

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "SanctionsListVersionPage")
    public record VersionPage(
            List<VersionView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** @param reason why the version is right though it was put in quarantine */
    @Schema(name = "SanctionsListReleaseRequest")
    public record ReleaseIn(
            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = "[^\\x00]*[^\\s\\x00][^\\x00]*", message = "must not be blank or have NUL characters") @Schema(examples = "The publisher took 1,100 expired entries off on that day.")
            String reason) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.ADMIN, Role.SERVICE})
    @Operation(
            summary = "Send a version of a list",
            description =
                    "The body is the publisher's file as it is, or packed with gzip or zip; at most 64 MB, and 400 MiB unpacked. OFAC hands"
                            + " out a version as several files, which are sent as one zip in any order and under any name (SDN.CSV, ALT.CSV,"
                            + " ADD.CSV, SDN_COMMENTS.CSV, SDN_ADVANCED.XML for the days of listing; CONS_PRIM.CSV, CONS_ALT.CSV,"
                            + " CONS_ADD.CSV, CONS_COMMENTS.CSV, CONS_ADVANCED.XML); SDN.CSV alone will do. The UN's list is xml, the UK's"
                            + " csv, the EU's xml 1.1. What a file is is told by its bytes.\n\nThe file is kept whole and answered at once;"
                            + " shortly after it is read, and either taken as a whole or put in quarantine with the reasons. The same bytes"
                            + " again are the same version. Versions may come in any order of their days.")
    @RequestBody(
            required = true,
            description = "The file.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            description = "The version, new or known.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Address of the version.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionView.class),
                            examples = @ExampleObject(name = "received", value = ListExamples.RECEIVED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no list of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(
            responseCode = "415",
            description = "The body is a form and not the file itself.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response post(
            @Parameter(description = "Id of the list.", example = "OFAC_SDN") @PathParam("list") String list,
            @Parameter(
                            description =
                                    "The day that the file is of, where neither the file says it nor it is today's: for history.",
                            example = "2021-08-18")
                    @QueryParam("asOf")
                    @Nullable LocalDate asOf,
            @Parameter(
                            description =
                                    "Whether the publisher gives this file now; the list then counts as seen today. Not with asOf.")
                    @QueryParam("current")
                    @DefaultValue("false")
                    boolean current,
            @Parameter(hidden = true) @HeaderParam("Content-Type") @Nullable String type,
            InputStream body)
            throws IOException {
        ListId id = Paths.list(list);
        if (type != null && type.startsWith("multipart/")) {
            throw Problem.of(
                            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                            "Send the file itself as the body (curl --data-binary @FILE); several files as one zip.")
                    .asException();
        }
        if (current && asOf != null) {
            throw Problem.invalid("current", "must not be given with asOf").asException();
        }
        Version version = receiving.receive(
                id, body.readAllBytes(), asOf, current, caller.getPrincipal().getName());
        return Response.accepted(VersionView.of(version))
                .location(URI.create("/sanctions-lists/" + id + "/versions/" + version.number()))
                .build();
    }

    @GET
    @Transactional
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SERVICE, Role.ADMIN})
    @Operation(summary = "List the versions of a list", description = "The last one received first.")
    @APIResponse(
            responseCode = "200",
            description = "Versions.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionPage.class),
                            examples = @ExampleObject(name = "one taken, one not", value = ListExamples.VERSIONS)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no list of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public VersionPage all(
            @Parameter(description = "Id of the list.", example = "OFAC_SDN") @PathParam("list") String list,
            @Parameter(description = "The next of the page before.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = "[1-9][0-9]{0,8}", message = "must be the next of an earlier page") String after,
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
                    @Min(1) @Max(1000) Integer limit) {
        List<Version> found =
                versions.page(Paths.list(list), after == null ? Integer.MAX_VALUE : Integer.parseInt(after), limit + 1);
        boolean more = found.size() > limit;
        List<VersionView> items =
                found.stream().limit(limit).map(VersionView::of).toList();
        return new VersionPage(items, more ? items.get(items.size() - 1).id() : null);
    }

    @GET
    @Path("/{version}")
    @Transactional
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "Get a version of a list",
            description =
                    "What became of it: `RECEIVED` until it is read, then `IN_FORCE` or `QUARANTINED` with the reasons.")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionView.class),
                            examples = {
                                @ExampleObject(name = "taken", value = ListExamples.IN_FORCE),
                                @ExampleObject(name = "not taken", value = ListExamples.QUARANTINED)
                            }))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no such list, or it has no version of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public VersionView one(
            @Parameter(description = "Id of the list.", example = "OFAC_SDN") @PathParam("list") String list,
            @Parameter(description = "Id of the version.", example = "3") @PathParam("version") String version) {
        return VersionView.of(find(list, version));
    }

    @GET
    @Path("/{version}/file")
    @Transactional
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "Get the file of a version",
            description = "The bytes as they came, also of a version in quarantine.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no such list, or it has no version of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response file(
            @Parameter(description = "Id of the list.", example = "OFAC_SDN") @PathParam("list") String list,
            @Parameter(description = "Id of the version.", example = "3") @PathParam("version") String version) {
        Version found = find(list, version);
        return Response.ok(files.read(found.list(), found.sha256()), MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"" + found.list() + "-" + found.number() + "\"")
                .build();
    }

    @POST
    @Path("/{version}/releases")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Release a version from quarantine",
            description =
                    "Takes a version into force although something was wrong with it, with a reason that is kept. Only where whole entries"
                            + " could be read; a file that cannot be read must be sent anew.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReleaseIn.class),
                            examples = @ExampleObject(name = "a reason", value = ListExamples.RELEASE)))
    @APIResponse(
            responseCode = "200",
            description = "The version as it is then.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionView.class),
                            examples = @ExampleObject(name = "released", value = ListExamples.RELEASED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no such list, or it has no version of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The version is not in quarantine, or no whole entries can be read from it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public VersionView release(
            @Parameter(description = "Id of the list.", example = "OFAC_SDN") @PathParam("list") String list,
            @Parameter(description = "Id of the version.", example = "3") @PathParam("version") String version,
            @NotNull @Valid ReleaseIn body) {
        return releasing
                .release(
                        Paths.list(list),
                        Paths.version(version),
                        body.reason().strip(),
                        caller.getPrincipal().getName())
                .map(VersionView::of)
                .orElseThrow(Paths::noVersion);
    }

    private Version find(String list, String version) {
        return versions.find(Paths.list(list), Paths.version(version)).orElseThrow(Paths::noVersion);
    }
}
