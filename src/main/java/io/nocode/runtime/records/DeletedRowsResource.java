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

/** The deleted rows of a table with soft deletion. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/deleted")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@Tag(name = "Rows")
public class DeletedRowsResource {
    @Inject
    private OpenTables tables;

    @Inject
    private DeletedRows rows;

    @GET
    @Anyone
    @AnyParameter
    @Operation(
            summary = "List deleted rows",
            description = "Where deletion is soft. Takes every parameter of the list of rows; sorted by `deleted_at`,"
                    + " the last first, unless another order is asked for or the caller does not see it.")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = "page_size",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    @APIResponseSchema(value = RowPage.class, responseCode = "200", responseDescription = "A page of deleted rows.")
    public Response list(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        Parameters parameters = Parameters.parse(RequestContext.get().query());
        byte[] page = tables.with(
                project,
                environment == null ? header : environment,
                table,
                Action.ROWS_READ,
                open -> rows.list(open, parameters, RequestContext::urlWith));
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
