package io.nocode.foundation.subscriptions;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What organisations can subscribe to. */
@ApplicationScoped
@Path("v1/foundation/subscription-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subscriptions")
public class PlansResource {
    @Inject
    private Plans plans;

    @GET
    @Anyone
    @Operation(summary = "List the plans, from the smallest")
    public Page<PlanView> list(@BeanParam PageQuery query) {
        return plans.list(query.request());
    }

    @GET
    @Path("{id}")
    @Anyone
    @Operation(summary = "Get a plan")
    public PlanView find(@PathParam("id") UUID id) {
        return plans.find(id);
    }

    @GET
    @Path("compare")
    @Anyone
    @Operation(summary = "Get several plans side by side")
    public PlanComparison compare(
            @QueryParam("ids") @Parameter(description = "Ids, separated by commas; at most ten.") @Nullable
                    String ids) {
        return plans.compare(ids);
    }
}
