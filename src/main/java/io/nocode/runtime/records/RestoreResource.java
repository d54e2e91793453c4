package io.nocode.runtime.records;

import io.nocode.foundation.access.Action;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A deleted row brought back. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/{id}/restore")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@Tag(name = "Rows")
public class RestoreResource {
    @Inject
    private RowTags tags;

    @Inject
    private OpenTables tables;

    @Inject
    private DeletedRows rows;

    @POST
    @Anyone
    @Operation(
            summary = "Restore a deleted row",
            description = "Where deletion is soft. Rows that were deleted because they pointed to it come back too. 409"
                    + " where another row has one of its unique values meanwhile, or where it points to a row that is"
                    + " deleted itself.")
    @APIResponseSchema(value = RowView.class, responseCode = "200", responseDescription = "The row.")
    public Response restore(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @BeanParam AskedTable asked) {
        boolean trial = asked.isDryRun();
        return tables.with(project, asked.environment(), table, Action.ROWS_DELETE, open -> {
            StoredRow row = rows.restore(open.tried(trial), id);
            return asked.marked(Response.ok(row.json(), MediaType.APPLICATION_JSON_TYPE)
                            .header(HttpHeaders.ETAG, tags.of(open, row, null)))
                    .build();
        });
    }
}
