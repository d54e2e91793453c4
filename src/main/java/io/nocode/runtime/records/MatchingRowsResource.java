package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Parameters;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.AnyParameter;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All rows of a table that match a filter, changed or deleted in one statement. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@Tag(name = "Rows")
public class MatchingRowsResource {
    private static final String ABOUT = "Beside `filters` and `search` every field of the table is a filter, as in the"
            + " list. There must be one, and `confirm` must be the number of rows that match: with another, nothing is"
            + " done and `details.count` tells the number.";
    private static final String FILTERS = "{\"active\": false}";

    /** How many rows were changed. */
    @Schema(name = "RowsUpdated")
    public record Updated(@Schema(example = "12") long updated) {}

    /** How many rows were deleted. */
    @Schema(name = "RowsDeleted")
    public record Deleted(@Schema(example = "12") long deleted) {}

    @Inject
    private OpenTables tables;

    @Inject
    private MatchingRows rows;

    @PATCH
    @Anyone
    @AnyParameter
    @Operation(summary = "Change all rows that match", description = ABOUT)
    @Parameter(name = "filters", in = ParameterIn.QUERY, example = FILTERS, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "search", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(content = @Content(schema = @Schema(implementation = RowBodyView.class)))
    @APIResponseSchema(value = Updated.class, responseCode = "200", responseDescription = "How many were changed.")
    public Response merge(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @QueryParam("confirm") @Nullable String confirm,
            @BeanParam AskedTable asked,
            JsonNode patch) {
        Parameters parameters = Parameters.parse(RequestContext.get().query());
        boolean trial = asked.isDryRun();
        long updated = tables.with(
                project,
                asked.environment(),
                table,
                Action.ROWS_UPDATE,
                open -> rows.merge(open.tried(trial), parameters, number(confirm), patch));
        return asked.marked(Response.ok(new Updated(updated))).build();
    }

    @DELETE
    @Anyone
    @AnyParameter
    @Operation(summary = "Delete all rows that match", description = ABOUT)
    @Parameter(name = "filters", in = ParameterIn.QUERY, example = FILTERS, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "search", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(value = Deleted.class, responseCode = "200", responseDescription = "How many were deleted.")
    public Response delete(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @QueryParam("confirm") @Nullable String confirm,
            @BeanParam AskedTable asked) {
        Parameters parameters = Parameters.parse(RequestContext.get().query());
        boolean trial = asked.isDryRun();
        long deleted = tables.with(
                project,
                asked.environment(),
                table,
                Action.ROWS_DELETE,
                open -> rows.delete(open.tried(trial), parameters, number(confirm)));
        return asked.marked(Response.ok(new Deleted(deleted))).build();
    }

    private static long number(@Nullable String confirm) {
        if (confirm == null || !confirm.matches("[0-9]{1,15}")) {
            throw CommonProblem.INVALID.at(
                    "confirm", confirm == null ? "field.required" : "field.must_be.whole_number");
        }
        return Long.parseLong(confirm);
    }
}
