package io.nocode.foundation.payments;

import com.fasterxml.jackson.databind.JsonNode;
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

/** How organisations pay. */
@ApplicationScoped
@Path("v1/foundation/payment-methods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "billing")
public class PaymentMethodsResource {
    @Inject
    private PaymentMethods methods;

    @Inject
    private PaymentMethodEntry entry;

    @GET
    @Operation(summary = "List the payment methods of the caller's organizations (ADMIN)")
    public Page<PaymentMethodView> list(
            @BeanParam PageQuery query,
            @QueryParam("organization_id") @Schema(type = SchemaType.STRING, format = "uuid") @Nullable
                    String organization) {
        return methods.list(query.request(), PageQuery.id("organization_id", organization));
    }

    @POST
    @Operation(
            summary = "Add a payment method (OWNER)",
            description = "The token comes from the provider's form. A card number in any field is refused.")
    @APIResponseSchema(value = PaymentMethodView.class, responseCode = "201", responseDescription = "As it is kept.")
    public Response add(
            @RequestBody(content = @Content(schema = @Schema(implementation = PaymentMethodRequest.class)))
                    JsonNode body) {
        PaymentMethodView method = entry.add(body);
        return Response.created(
                        URI.create(RequestContext.url("/api/v1/foundation/payment-methods/" + method.id() + "/")))
                .entity(method)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get a payment method (ADMIN)")
    public PaymentMethodView find(@PathParam("id") UUID id) {
        return methods.find(id);
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a payment method (OWNER)")
    public PaymentMethodView merge(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PaymentMethodUpdate.class)))
                    JsonNode patch) {
        return entry.merge(id, patch);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a payment method (OWNER)")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response remove(@PathParam("id") UUID id) {
        methods.remove(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/default")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Pay with this method where none is named (OWNER)")
    public PaymentMethodView prefer(@PathParam("id") UUID id) {
        return methods.prefer(id);
    }
}
