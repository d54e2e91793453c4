package io.nocode.runtime.endusers;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.apps.Stage;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The end users of an application. */
@ApplicationScoped
@Path("v1/runtime/apps/{id}/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "End users")
public class EndUsersResource {
    @Inject
    private EndUsers users;

    @GET
    @Operation(summary = "List the end users of an application (ADMIN)")
    public Page<EndUserView> list(
            @PathParam("id") UUID app,
            @BeanParam PageQuery query,
            @QueryParam("environment") @Schema(implementation = Stage.class) @Nullable String environment,
            @QueryParam("is_active") @Schema(type = SchemaType.BOOLEAN) @Nullable String active,
            @QueryParam("role") @Nullable String role) {
        return users.list(
                app,
                PageQuery.choice("environment", environment, Stage.class),
                active == null ? null : PageQuery.flag("is_active", active, true),
                role,
                query.request());
    }

    @POST
    @Operation(
            summary = "Invite somebody as an end user (ADMIN)",
            description = "A mail leads to choosing the first password.")
    @APIResponseSchema(value = EndUserView.class, responseCode = "201", responseDescription = "The account.")
    public Response invite(@PathParam("id") UUID app, InviteEndUser request) {
        EndUserView user = users.invite(app, request);
        return Response.created(
                        URI.create(RequestContext.url("/api/v1/runtime/apps/" + app + "/users/" + user.id() + "/")))
                .entity(user)
                .build();
    }

    @GET
    @Path("{user_id}")
    @Operation(summary = "Get an end user (ADMIN)")
    public EndUserView read(@PathParam("id") UUID app, @PathParam("user_id") UUID id) {
        return users.read(app, id);
    }

    @PUT
    @Path("{user_id}")
    @Operation(summary = "Replace an end user's name, role and whether they are active (ADMIN)")
    public EndUserView replace(@PathParam("id") UUID app, @PathParam("user_id") UUID id, EndUserUpdate update) {
        return users.replace(app, id, update);
    }

    @PATCH
    @Path("{user_id}")
    @Operation(summary = "Change an end user's name, role or whether they are active (ADMIN)")
    public EndUserView merge(
            @PathParam("id") UUID app,
            @PathParam("user_id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = EndUserUpdate.class))) JsonNode patch) {
        return users.merge(app, id, patch);
    }

    @DELETE
    @Path("{user_id}")
    @Operation(summary = "Delete an end user (ADMIN)", description = "Rows that they made stay.")
    @APIResponse(responseCode = "204", description = "Gone; the next request of theirs feels it.")
    public Response delete(@PathParam("id") UUID app, @PathParam("user_id") UUID id) {
        users.delete(app, id);
        return Response.noContent().build();
    }
}
