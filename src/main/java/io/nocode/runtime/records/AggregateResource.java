package io.nocode.runtime.records;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Parameters;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Figures of the rows of a table. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/aggregate")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@Tag(name = "Rows")
public class AggregateResource {
    @Inject
    private OpenTables tables;

    @Inject
    private TableRows rows;

    @GET
    @Anyone
    @AnyParameter
    @Operation(
            summary = "Figures of groups of rows",
            description = "Beside the parameters named here every field of the table is a filter, as in the list. An"
                    + " answer has at most 10,000 groups.")
    @Parameter(
            name = "group_by",
            in = ParameterIn.QUERY,
            description = "Fields, also through relations; of dates and moments (in UTC) also a `year`, `quarter`,"
                    + " `month`, `week`, `day` or `hour`. Without it all rows are one group.",
            example = "category,created_at:month",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "measures",
            in = ParameterIn.QUERY,
            description = "`count`, or `sum`, `avg`, `min`, `max`, `count_distinct` of a field.",
            example = "count,sum:price",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "count"))
    @Parameter(
            name = "having",
            in = ParameterIn.QUERY,
            description = "Conditions on measures as JSON, in the form of `filters`.",
            example = "{\"sum:price__gte\": 10}",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "filters", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "search", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "sort_by",
            in = ParameterIn.QUERY,
            description = "Groups and measures; a minus means descending. By the groups where it is left out.",
            example = "-sum:price",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "sort_order",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"asc", "desc"}))
    @APIResponseSchema(value = Aggregate.class, responseCode = "200", responseDescription = "The figures.")
    public Response aggregate(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        Parameters parameters = Parameters.parse(RequestContext.get().query());
        byte[] figures = tables.with(
                project,
                environment == null ? header : environment,
                table,
                Action.ROWS_READ,
                open -> rows.aggregate(open, parameters));
        return Response.ok(figures, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
