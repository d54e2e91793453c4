package io.nocode.foundation.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own profile, and those of colleagues. */
@ApplicationScoped
@Path("v1/foundation/users/profile")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "users")
public class ProfileResource {
    @Inject
    private Profiles profiles;

    @GET
    @Operation(summary = "Get the caller's profile")
    public UserView own() {
        return profiles.own();
    }

    @PUT
    @Operation(summary = "Replace the caller's profile")
    public UserView replace(Profile profile) {
        return profiles.replace(profile);
    }

    @PATCH
    @Operation(summary = "Change parts of the caller's profile")
    public UserView merge(
            @RequestBody(content = @Content(schema = @Schema(implementation = Profile.class))) JsonNode patch) {
        return profiles.merge(patch);
    }

    @GET
    @Path("{user_id}")
    @Operation(summary = "Get the profile of a colleague: for superusers and for ADMINs of a shared organisation")
    public UserView of(@PathParam("user_id") UUID id) {
        return profiles.of(id);
    }
}
