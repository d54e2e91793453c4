package io.nocode.runtime.deployments;

import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an application is. */
@ApplicationScoped
@Path("v1/runtime/apps/{id}/status")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    @Inject
    private Statuses statuses;

    @GET
    @Operation(summary = "How an application is", description = "Its health is measured for the answer.")
    public StatusView status(@PathParam("id") UUID id) {
        return statuses.of(id);
    }
}
