package io.nocode.foundation.subscriptions;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Subscriptions of organisations to plans. */
@ApplicationScoped
@Path("v1/foundation/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "subscriptions")
public class SubscriptionsResource {
    @Inject
    private Subscriptions subscriptions;

    @Inject
    private PlanChanges changes;

    @GET
    @Operation(summary = "List the subscriptions of the caller's organizations (ADMIN)")
    public Page<SubscriptionView> list(
            @BeanParam PageQuery query,
            @QueryParam("organization_id") @Schema(type = SchemaType.STRING, format = "uuid") @Nullable
                    String organization,
            @QueryParam("status") @Schema(implementation = SubscriptionStatus.class) @Nullable String status) {
        return subscriptions.list(
                query.request(),
                PageQuery.id("organization_id", organization),
                PageQuery.choice("status", status, SubscriptionStatus.class));
    }

    @POST
    @Operation(
            summary = "Put an organization that has no live subscription on a plan (OWNER)",
            description = "With the plan's trial, where the organization has not had one yet.")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201", responseDescription = "The subscription.")
    public Response subscribe(SubscribeRequest request) {
        SubscriptionView subscription = subscriptions.subscribe(request);
        return Response.created(
                        URI.create(RequestContext.url("/api/v1/foundation/subscriptions/" + subscription.id() + "/")))
                .entity(subscription)
                .build();
    }

    @GET
    @Path("current")
    @Operation(summary = "Get the live subscription of an organization (ADMIN)")
    public SubscriptionView current(
            @QueryParam("organization_id") @Schema(type = SchemaType.STRING, format = "uuid") @Nullable
                    String organization) {
        return subscriptions.current(PageQuery.id("organization_id", organization));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get a subscription (ADMIN)")
    public SubscriptionView find(@PathParam("id") UUID id) {
        return subscriptions.find(id);
    }

    @GET
    @Path("{id}/usage")
    @Operation(summary = "See each limit beside what is used of it (ADMIN)")
    public UsageView usage(@PathParam("id") UUID id) {
        return subscriptions.usage(id);
    }

    @POST
    @Path("{id}/upgrade")
    @Operation(summary = "Go over to another plan at once (OWNER)", description = """
                    What is left of the period is paid for, what is left on the plan before is given back: the \
                    difference is an invoice, or a credit for the next ones. A plan that the organization's use does \
                    not fit is refused, with what is over.""")
    public SubscriptionView upgrade(@PathParam("id") UUID id, UpgradeRequest request) {
        return changes.change(id, request);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "End a subscription with its period, or at once (OWNER)")
    public SubscriptionView cancel(@PathParam("id") UUID id, CancelRequest request) {
        return subscriptions.cancel(id, !Boolean.FALSE.equals(request.atPeriodEnd()));
    }

    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Let a subscription go on that was to end with its period (OWNER)")
    public SubscriptionView resume(@PathParam("id") UUID id) {
        return subscriptions.resume(id);
    }
}
