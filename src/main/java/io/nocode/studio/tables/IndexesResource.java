package io.nocode.studio.tables;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** {@code schemas/{id}/indexes/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class IndexesResource {
    @Inject
    private Indexes indexes;

    @GET
    @Path("schemas/{schema}/indexes")
    @Operation(summary = "List the indexes of a table, beyond those that single fields ask for")
    public Page<IndexView> list(@PathParam("schema") UUID schema, @BeanParam PageQuery query) {
        return indexes.list(schema, query.request());
    }

    @POST
    @Path("schemas/{schema}/indexes")
    @Operation(summary = "Add an index; that of a large table is built beside those who use it")
    @APIResponseSchema(value = IndexView.class, responseCode = "201", responseDescription = "The new index")
    public Response add(@PathParam("schema") UUID schema, CreateSchemaIndex asked) {
        IndexView made = indexes.add(schema, asked);
        String path = "/api/v1/studio/schemas/" + schema + "/indexes/";
        return Response.created(URI.create(RequestContext.url(path)))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("schemas/{schema}/indexes/{id}")
    @Operation(summary = "Delete an index; no data goes")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("schema") UUID schema, @PathParam("id") UUID id) {
        indexes.delete(schema, id);
        return Response.noContent().build();
    }
}
