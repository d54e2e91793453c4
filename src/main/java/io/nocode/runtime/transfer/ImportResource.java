package io.nocode.runtime.transfer;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.records.OpenTable;
import io.nocode.runtime.records.OpenTables;
import io.nocode.shared.files.FormFiles;
import io.nocode.shared.files.Spool;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rows from files. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/import")
@SignedIn
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@Tag(name = "Rows")
public class ImportResource {
    @Inject
    private OpenTables tables;

    @Inject
    private Imports imports;

    @POST
    @Operation(
            summary = "Import rows from a file",
            description =
                    "CSV, JSON, NDJSON or XLSX, told by its content, as the part `file` of a form. A job takes the"
                            + " rows: those that can be are kept, the others are listed with their line and reason. The header"
                            + " is line 1; columns go to the fields of the same name or label unless `mapping` says otherwise,"
                            + " and what only the server writes is left out. An empty cell is no value, and `\"\"` is empty"
                            + " text. Relations are named by id or by what the target shows, choices by value or label.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties =
                                                    @SchemaProperty(
                                                            name = "file",
                                                            type = SchemaType.STRING,
                                                            format = "binary"))))
    @APIResponseSchema(value = ImportView.class, responseCode = "202", responseDescription = "A job takes the rows.")
    public Response request(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            defaultValue = "insert",
                                            enumeration = {"insert", "upsert"}))
                    @QueryParam("mode")
                    @Nullable
                    String mode,
            @Parameter(
                            description =
                                    "For upsert: one unique field, or those that are unique together, separated by"
                                            + " commas.",
                            example = "email")
                    @QueryParam("on_conflict")
                    @Nullable
                    String onConflict,
            @Parameter(
                            description = "A JSON object of columns of the file to fields; null leaves a column out.",
                            example = "{\"Prix\": \"price\", \"Notes\": null}")
                    @QueryParam("mapping")
                    @Nullable
                    String mapping,
            @Parameter(
                            description = "Whether nothing is written, and all is told as if it were.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dry_run")
                    @Nullable
                    String dryRun,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body)
            throws IOException {
        String asked = environment == null ? header : environment;
        OpenTable open = tables.with(project, asked, table, Action.ROWS_CREATE, Function.identity());
        if ("upsert".equals(mode)) {
            tables.with(project, asked, table, Action.ROWS_UPDATE, Function.identity());
        }
        if (!FormFiles.isForm(contentType)) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.because();
        }
        imports.requirePlace(open);
        ImportRequest request = ImportRequest.read(mode, onConflict, mapping, dryRun);
        try (Spool file = Spool.open(Long.MAX_VALUE, CommonProblem.TOO_LARGE::because)) {
            String name = receive(contentType, body, file);
            FileFormat format = imports.check(open, request, file, name);
            ImportView view = imports.request(open, request, file, name, format);
            return Response.accepted(view)
                    .location(URI.create(RequestContext.url("/api/v1/runtime/projects/" + project + "/tables/" + table
                            + "/import/" + view.id() + "/"
                            + (asked == null ? "" : "?environment=" + open.environment()))))
                    .build();
        }
    }

    /** Takes the part {@code file}; its name, of which no path is left. */
    private static String receive(@Nullable String contentType, InputStream body, Spool file) throws IOException {
        String[] found = new String[1];
        FormFiles.read(contentType, body, (part, filename, content) -> {
            if (part.equals("file") && found[0] == null) {
                content.transferTo(file);
                found[0] = filename == null ? "" : plain(filename);
            }
        });
        if (found[0] == null) {
            throw CommonProblem.INVALID.at("file", "field.required");
        }
        return found[0];
    }

    private static String plain(String filename) {
        String name = filename.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() <= 255 ? name : name.substring(name.length() - 255);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far an import is")
    public ImportView find(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        return tables.with(
                project,
                environment == null ? header : environment,
                table,
                Action.ROWS_CREATE,
                open -> imports.find(open, id));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel an import", description = "The rows that it has taken stay.")
    @APIResponse(responseCode = "204", description = "No more rows are taken.")
    @APIResponse(responseCode = "409", description = "It has ended")
    public Response cancel(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        OpenTable open = tables.with(
                project, environment == null ? header : environment, table, Action.ROWS_CREATE, Function.identity());
        imports.cancel(open, id);
        return Response.noContent().build();
    }
}
