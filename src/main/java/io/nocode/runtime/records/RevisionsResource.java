package io.nocode.runtime.records;

import io.nocode.foundation.access.Action;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The history of a row, where its table keeps it. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/{id}/revisions")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@Tag(name = "Rows")
public class RevisionsResource {
    @Inject
    private RowTags tags;

    @Inject
    private OpenTables tables;

    @Inject
    private Revisions revisions;

    @GET
    @Anyone
    @Operation(
            summary = "List the revisions of a row, the last first",
            description = "Where the table keeps history; also of rows that are deleted. `sort_by=number` sorts them"
                    + " from the first.")
    public Page<RevisionView> list(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @BeanParam PageQuery query,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        PageRequest page = query.request();
        if (page.search() != null) {
            throw CommonProblem.UNKNOWN_PARAMETER.at("search", "field.unknown_parameter");
        }
        if (page.sortBy() != null && !page.sortBy().equals("number")) {
            throw CommonProblem.INVALID.at("sort_by", "field.unknown_sort", page.sortBy());
        }
        return tables.with(
                project,
                environment == null ? header : environment,
                table,
                Action.ROWS_READ,
                open -> revisions.list(open, id, page, page.sortBy() != null && !page.descending()));
    }

    @POST
    @Path("{number}/restore")
    @Anyone
    @Operation(
            summary = "Bring a row back as it was after a revision",
            description = "Also a deleted row. Fields that are gone are left out, new ones stay as they are. The"
                    + " restoration is itself a revision.")
    @APIResponseSchema(value = RowView.class, responseCode = "200", responseDescription = "The row.")
    public Response restore(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @PathParam("number") long number,
            @BeanParam AskedTable asked) {
        boolean trial = asked.isDryRun();
        return tables.with(project, asked.environment(), table, Action.ROWS_UPDATE, open -> {
            StoredRow row = revisions.restore(
                    open.tried(trial),
                    id,
                    number,
                    () -> tables.with(project, asked.environment(), table, Action.ROWS_CREATE, Function.identity()));
            return asked.marked(Response.ok(row.json(), MediaType.APPLICATION_JSON_TYPE)
                            .header(HttpHeaders.ETAG, tags.of(open, row, null)))
                    .build();
        });
    }
}
