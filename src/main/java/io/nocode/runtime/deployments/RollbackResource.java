package io.nocode.runtime.deployments;

import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Going back to an earlier version. */
@ApplicationScoped
@Path("v1/runtime/apps/{id}/rollback")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class RollbackResource {
    @Inject
    private Deployments deployments;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Go back to an earlier version", description = "To the one before where none is named.")
    @APIResponseSchema(value = DeployView.class, responseCode = "202", responseDescription = "A job does it.")
    public Response rollback(
            @PathParam("id") UUID id,
            @RequestBody(required = false, content = @Content(schema = @Schema(implementation = RollbackRequest.class)))
                    @Nullable
                    RollbackRequest request) {
        return DeployResource.accepted(
                deployments.rollback(id, Objects.requireNonNullElse(request, RollbackRequest.PLAIN)));
    }
}
