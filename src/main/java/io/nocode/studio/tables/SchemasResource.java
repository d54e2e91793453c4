package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code schemas/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class SchemasResource {
    @Inject
    private Schemas schemas;

    @Inject
    private Preview preview;

    @GET
    @Path("schemas")
    @Operation(summary = "List tables")
    public Page<SchemaView> list(
            @BeanParam PageQuery query,
            @QueryParam("project") @Nullable String project,
            @QueryParam("table_name") @Nullable String tableName) {
        return schemas.list(PageQuery.id("project", project), tableName, query.request());
    }

    @GET
    @Path("projects/{id}/schemas")
    @Operation(summary = "List the tables of a project")
    public Page<SchemaView> ofProject(@PathParam("id") UUID project, @BeanParam PageQuery query) {
        return schemas.listOf(project, query.request());
    }

    @POST
    @Path("schemas")
    @Operation(summary = "Make a table")
    @APIResponseSchema(value = SchemaView.class, responseCode = "201", responseDescription = "The new table")
    public Response create(CreateSchema asked) {
        SchemaView made = schemas.create(asked);
        return Response.created(URI.create(RequestContext.url("/api/v1/studio/schemas/" + made.id() + "/")))
                .entity(made)
                .build();
    }

    @GET
    @Path("schemas/{id}")
    @Operation(summary = "Show a table, and what PostgreSQL knows of it")
    public SchemaView get(@PathParam("id") UUID id) {
        return schemas.get(id);
    }

    @PUT
    @Path("schemas/{id}")
    @Operation(summary = "Replace a table's design; its rows follow or the change is refused")
    public SchemaView put(@PathParam("id") UUID id, SchemaUpdate asked) {
        return schemas.put(id, asked);
    }

    @PATCH
    @Path("schemas/{id}")
    @Operation(summary = "Change a table's design; its rows follow or the change is refused")
    public SchemaView patch(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = SchemaUpdate.class))) JsonNode patch) {
        return schemas.patch(id, patch);
    }

    @DELETE
    @Path("schemas/{id}")
    @Operation(summary = "Delete a table with its rows")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id, @QueryParam("allow_data_loss") @Nullable String allowDataLoss) {
        schemas.delete(id, PageQuery.flag("allow_data_loss", allowDataLoss, false));
        return Response.noContent().build();
    }

    @POST
    @Path("schemas/{id}/preview")
    @Operation(summary = "Tell what a change of a table would do, and change nothing")
    public PreviewView preview(@PathParam("id") UUID id, PreviewRequest asked) {
        return preview.of(id, asked);
    }
}
