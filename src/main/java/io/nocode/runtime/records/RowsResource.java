package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Parameters;
import io.nocode.shared.rest.AnyParameter;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table. The environment is asked for by the parameter, or else by the header. Most of what reads comes by
 * {@link RowsShortcut}.
 */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@Tag(name = "Rows")
public class RowsResource {
    private static final String ENVIRONMENT = "environment";
    private static final String X_ENVIRONMENT = "X-Environment";

    @Inject
    private RowReads reads;

    @Inject
    private RowTags tags;

    @Inject
    private OpenTables tables;

    @Inject
    private TableRows rows;

    @Inject
    private BulkRows bulk;

    @GET
    @Anyone
    @AnyParameter
    @Operation(
            summary = "List rows",
            description = "Beside the parameters named here every field of the table is one, alone or with an operator,"
                    + " also through relations: `price__gte=10`, `country__name__icontains=an`. Of many rows that a"
                    + " relation leads to, from either end, one has to fulfil it: `tags__label=new`; by their ids they are"
                    + " asked for as `tags=…`, `tags__in=…,…`, and whether there are any as `tags__isnull=true`.")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = "page_size",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "Empty to begin a walk through the list, which `next` carries on: each page costs the same,"
                    + " however deep. A cursor serves the query that made it and nobody else's; rows are not counted"
                    + " unless `count` asks.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "sort_by",
            in = ParameterIn.QUERY,
            description = "Fields, separated by commas; a minus means descending. Ties are broken by id.",
            example = "-price,name,country.name",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "sort_order",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"asc", "desc"}))
    @Parameter(
            name = "expand",
            in = ParameterIn.QUERY,
            description = "Relations whose rows are embedded, separated by commas: from this table by the field, from"
                    + " others by what they call their rows here. At most 3 deep; a list holds the 100 first rows by id,"
                    + " and the whole answer may come to 250,000 embedded rows.",
            example = "country,lines.product",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "count",
            in = ParameterIn.QUERY,
            description = "`exact` by default, `none` in a walk by cursors.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"exact", "estimated", "none"}))
    @APIResponseSchema(value = RowPage.class, responseCode = "200", responseDescription = "A page of rows.")
    public Response list(
            @PathParam("project") UUID project, @PathParam("table") String table, @BeanParam AskedRows asked) {
        Parameters parameters = Parameters.parse(RequestContext.get().query());
        byte[] page = reads.list(project, asked.environment(), table, parameters);
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Anyone
    @Operation(summary = "Create a row", description = "Fields that are left out take their defaults.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RowBodyView.class)))
    @APIResponseSchema(value = RowView.class, responseCode = "201", responseDescription = "The row.")
    public Response create(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @BeanParam AskedTable asked,
            JsonNode body) {
        boolean trial = asked.isDryRun();
        return tables.with(project, asked.environment(), table, Action.ROWS_CREATE, open -> {
            StoredRow row = rows.create(open.tried(trial), body);
            String url = RequestContext.url("/api/v1/runtime/projects/" + project + "/tables/" + table + "/" + row.id()
                    + "/" + (asked.environment() == null ? "" : "?environment=" + open.environment()));
            return answer(asked.marked(Response.created(URI.create(url))), open, row);
        });
    }

    @POST
    @Path("bulk")
    @Anyone
    @Operation(
            summary = "Create, update, upsert or delete many rows",
            description = "At most 10,000, all or none of them unless `atomic` is false.")
    @APIResponseSchema(value = BulkAnswer.class, responseCode = "200", responseDescription = "What became of each.")
    public Response bulk(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @BeanParam AskedTable asked,
            BulkRequest request) {
        boolean trial = asked.isDryRun();
        BulkRequest.Operation operation = Objects.requireNonNull(request.operation());
        if (operation == BulkRequest.Operation.UPSERT) {
            // Who may change rows and not make any may not do both in one.
            tables.with(project, asked.environment(), table, Action.ROWS_CREATE, Function.identity());
        }
        BulkAnswer answer = tables.with(
                project, asked.environment(), table, operation.action(), open -> bulk.run(open.tried(trial), request));
        return asked.marked(Response.ok(answer)).build();
    }

    @GET
    @Path("{id}")
    @Anyone
    @Operation(summary = "Read a row")
    @APIResponseSchema(value = RowView.class, responseCode = "200", responseDescription = "The row.")
    @APIResponse(responseCode = "304", description = "The row is still as `If-None-Match` has it.")
    public Response find(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @QueryParam("fields") @Nullable String fields,
            @QueryParam(ENVIRONMENT) @Nullable String environment,
            @HeaderParam(X_ENVIRONMENT) @Nullable String header) {
        TaggedRow row = reads.find(project, environment == null ? header : environment, table, id, fields);
        return (row.json() == null ? Response.notModified() : Response.ok(row.json(), MediaType.APPLICATION_JSON_TYPE))
                .header(HttpHeaders.ETAG, row.tag())
                .build();
    }

    @PUT
    @Path("{id}")
    @Anyone
    @Operation(summary = "Replace a row", description = "Fields that are left out take their defaults.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RowBodyView.class)))
    @APIResponseSchema(value = RowView.class, responseCode = "200", responseDescription = "The row.")
    public Response replace(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @BeanParam AskedTable asked,
            JsonNode body) {
        boolean trial = asked.isDryRun();
        return tables.with(
                project,
                asked.environment(),
                table,
                Action.ROWS_UPDATE,
                open -> answer(
                        asked.marked(Response.ok()), open, rows.replace(open.tried(trial), id, body, ifMatch())));
    }

    @PATCH
    @Path("{id}")
    @Anyone
    @Operation(summary = "Change a row", description = "Fields that are left out stay as they are.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RowBodyView.class)))
    @APIResponseSchema(value = RowView.class, responseCode = "200", responseDescription = "The row.")
    public Response merge(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @BeanParam AskedTable asked,
            JsonNode patch) {
        boolean trial = asked.isDryRun();
        return tables.with(
                project,
                asked.environment(),
                table,
                Action.ROWS_UPDATE,
                open -> answer(asked.marked(Response.ok()), open, rows.merge(open.tried(trial), id, patch, ifMatch())));
    }

    @DELETE
    @Path("{id}")
    @Anyone
    @Operation(summary = "Delete a row")
    @APIResponse(responseCode = "204", description = "The row is deleted.")
    public Response delete(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @BeanParam AskedTable asked) {
        boolean trial = asked.isDryRun();
        tables.with(
                project,
                asked.environment(),
                table,
                Action.ROWS_DELETE,
                open -> rows.delete(open.tried(trial), id, ifMatch()));
        return asked.marked(Response.noContent()).build();
    }

    private static @Nullable String ifMatch() {
        return RequestContext.get().ifMatch();
    }

    private Response answer(Response.ResponseBuilder response, OpenTable open, StoredRow row) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tags.of(open, row, null))
                .entity(row.json())
                .build();
    }
}
