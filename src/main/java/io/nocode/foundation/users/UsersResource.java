package io.nocode.foundation.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Role;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finding people, and the administration of accounts. */
@ApplicationScoped
@Path("v1/foundation/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "users")
public class UsersResource {
    @Inject
    private Users users;

    @Inject
    private Directory directory;

    private enum Flag {
        @JsonProperty("true")
        TRUE,
        @JsonProperty("false")
        FALSE
    }

    @GET
    @Operation(summary = "List all accounts (superusers)")
    public Page<UserView> list(
            @BeanParam PageQuery query,
            @QueryParam("is_active") @Schema(enumeration = {"true", "false"}) @Nullable String isActive,
            @QueryParam("country") @Nullable String country) {
        Flag active = PageQuery.choice("is_active", isActive, Flag.class);
        return users.list(query.request(), active == null ? null : active == Flag.TRUE, country);
    }

    @POST
    @Operation(summary = "Make an account for somebody (superusers); a mail asks to confirm its address")
    @APIResponseSchema(value = UserView.class, responseCode = "201", responseDescription = "The account.")
    public Response create(NewUser request) {
        UserView user = users.create(request);
        return Response.created(URI.create(RequestContext.url("/api/v1/foundation/users/" + user.id() + "/")))
                .entity(user)
                .build();
    }

    @GET
    @Path("search")
    @Operation(summary = "Find people of the caller's organisations by name or address")
    public FoundPeople search(
            @QueryParam("q") @Schema(minLength = 2) @Nullable String text,
            @QueryParam("limit") @Schema(example = "10") @Nullable String limit,
            @QueryParam("role") @Schema(implementation = Role.class) @Nullable String role) {
        return directory.search(text, limit, PageQuery.choice("role", role, Role.class));
    }

    @GET
    @Path("stats")
    @Operation(summary = "Count the accounts (superusers)")
    public UserStats stats() {
        return directory.stats();
    }

    @GET
    @Path("{user_id}")
    @Operation(summary = "Get an account (superusers)")
    public UserView find(@PathParam("user_id") UUID id) {
        return users.find(id);
    }

    @PATCH
    @Path("{user_id}")
    @Operation(summary = "Change parts of an account's profile (superusers)")
    public UserView merge(
            @PathParam("user_id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Profile.class))) JsonNode patch) {
        return users.merge(id, patch);
    }

    @DELETE
    @Path("{user_id}")
    @Operation(summary = "Erase an account: personal data are gone, references stay anonymous (superusers)")
    @APIResponse(responseCode = "204", description = "The account is erased.")
    public Response erase(@PathParam("user_id") UUID id) {
        users.erase(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{user_id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Close an account; its sign-ins end at once (superusers)")
    public UserView deactivate(@PathParam("user_id") UUID id) {
        return users.deactivate(id);
    }

    @POST
    @Path("{user_id}/reactivate")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Open a closed account again (superusers)")
    public UserView reactivate(@PathParam("user_id") UUID id) {
        return users.reactivate(id);
    }
}
