package io.nocode.runtime.deployments;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The deployments of one application. */
@ApplicationScoped
@Path("v1/runtime/apps/{id}/logs")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class LogsResource {
    @Inject
    private Deployments deployments;

    @GET
    @Operation(summary = "List an application's deployments with their steps")
    public Page<DeploymentView> logs(@PathParam("id") UUID id, @BeanParam PageQuery query) {
        return deployments.logs(id, query.request());
    }
}
