package io.nocode.runtime.transfer;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Parameters;
import io.nocode.runtime.records.OpenTables;
import io.nocode.shared.rest.AnyParameter;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All rows of a query as a file. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/export")
@Produces(MediaType.WILDCARD)
@Tag(name = "Rows")
public class ExportResource {
    @Inject
    private OpenTables tables;

    @Inject
    private Export export;

    @GET
    @Anyone
    @AnyParameter
    @Operation(
            summary = "Export rows as a file",
            description =
                    "All rows that the query finds, without pages. Beside the parameters named here every field of"
                            + " the table is a filter, as in the list. CSV is RFC 4180: no value is an empty cell, empty text is"
                            + " `\"\"`; text that a spreadsheet would run gets an apostrophe before it, which an import takes"
                            + " away again. A cell of XLSX holds 32,767 letters: longer text ends with an ellipsis there.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            defaultValue = "csv",
                            enumeration = {"csv", "json", "ndjson", "xlsx"}))
    @Parameter(
            name = "bom",
            in = ParameterIn.QUERY,
            description = "Whether CSV begins with a byte order mark.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = "delimiter",
            in = ParameterIn.QUERY,
            description = "What parts the cells of CSV.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            defaultValue = ",",
                            enumeration = {",", ";", "|", "tab"}))
    @Parameter(name = "filters", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "search", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "sort_by", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "sort_order",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"asc", "desc"}))
    @Parameter(name = "fields", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "expand",
            in = ParameterIn.QUERY,
            description = "Relations whose rows are embedded, as in the list; for `json` and `ndjson` alone.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response export(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @QueryParam("format") @Nullable String format,
            @QueryParam("bom") @Nullable String bom,
            @QueryParam("delimiter") @Nullable String delimiter,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        Parameters parameters = Parameters.parse(RequestContext.get().query());
        Export.Asked asked = tables.with(
                project,
                environment == null ? header : environment,
                table,
                Action.ROWS_READ,
                open -> export.ask(open, parameters, ExportForm.read(format, bom, delimiter)));
        StreamingOutput file = out -> export.write(asked, out);
        return Response.ok(file, asked.form().format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + asked.fileName() + "\"")
                .build();
    }
}
