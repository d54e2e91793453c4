package io.nocode.runtime.deployments;

import io.nocode.shared.rest.RequestContext;
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
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bringing an application live. */
@ApplicationScoped
@Path("v1/runtime/apps/{id}/deploy")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class DeployResource {
    @Inject
    private Deployments deployments;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Deploy an application",
            description = "Until the last step its users see the version before; a failed step leaves it untouched.")
    @APIResponseSchema(value = DeployView.class, responseCode = "202", responseDescription = "A job does it.")
    public Response deploy(
            @PathParam("id") UUID id,
            @RequestBody(required = false, content = @Content(schema = @Schema(implementation = DeployRequest.class)))
                    @Nullable
                    DeployRequest request) {
        return accepted(deployments.deploy(id, Objects.requireNonNullElse(request, DeployRequest.PLAIN)));
    }

    static Response accepted(DeployView view) {
        return Response.accepted(view)
                .location(
                        URI.create(RequestContext.url("/api/v1/runtime/deployment-logs/" + view.deploymentId() + "/")))
                .build();
    }
}
