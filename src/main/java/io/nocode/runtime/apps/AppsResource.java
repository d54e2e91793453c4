package io.nocode.runtime.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.page.Page;
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
import jakarta.ws.rs.Produces;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications. */
@ApplicationScoped
@Path("v1/runtime/apps")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class AppsResource {
    @Inject
    private Apps apps;

    @GET
    @Operation(summary = "List applications")
    public Page<AppView> list(@BeanParam AppQuery query) {
        return apps.page(query.filter(), query.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create an application of a published version")
    @APIResponseSchema(value = AppView.class, responseCode = "201", responseDescription = "It is being generated.")
    public Response create(CreateApp request) {
        AppView app = apps.create(request);
        return Response.created(URI.create(RequestContext.url("/api/v1/runtime/apps/" + app.id() + "/")))
                .entity(app)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an application")
    public AppView read(@PathParam("id") UUID id) {
        return apps.read(id);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace an application's name, slug and configuration")
    public AppView replace(@PathParam("id") UUID id, AppUpdate update) {
        return apps.replace(id, update);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change an application's name, slug or configuration")
    public AppView merge(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AppUpdate.class))) JsonNode patch) {
        return apps.merge(id, patch);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an application", description = "The project's tables and rows stay.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("id") UUID id) {
        apps.delete(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stop serving an application")
    public AppView stop(@PathParam("id") UUID id) {
        return apps.stop(id, true);
    }

    @POST
    @Path("{id}/start")
    @Operation(summary = "Serve an application again")
    public AppView start(@PathParam("id") UUID id) {
        return apps.stop(id, false);
    }
}
