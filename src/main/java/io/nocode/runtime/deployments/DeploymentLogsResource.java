package io.nocode.runtime.deployments;

import io.nocode.shared.page.Page;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deployments and their steps. */
@ApplicationScoped
@Path("v1/runtime/deployment-logs")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class DeploymentLogsResource {
    @Inject
    private Deployments deployments;

    @GET
    @Operation(summary = "List deployments")
    public Page<DeploymentView> list(@BeanParam DeploymentQuery query) {
        return deployments.page(query.filter(), query.request());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a deployment and its steps")
    public DeploymentView read(@PathParam("id") UUID id) {
        return deployments.read(id);
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Try a failed deployment again")
    @APIResponseSchema(value = DeployView.class, responseCode = "202", responseDescription = "A new job does it.")
    public Response retry(@PathParam("id") UUID id) {
        return DeployResource.accepted(deployments.retry(id));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Cancel a deployment that has not gone live")
    public DeploymentView cancel(@PathParam("id") UUID id) {
        return deployments.cancel(id);
    }
}
