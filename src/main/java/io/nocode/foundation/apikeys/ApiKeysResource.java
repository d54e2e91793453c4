package io.nocode.foundation.apikeys;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** API keys, for people. */
@ApplicationScoped
@Path("v1/foundation/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "api-keys")
public class ApiKeysResource {
    @Inject
    private ApiKeys keys;

    @GET
    @Operation(summary = "List the caller's keys, and all keys of the organizations that the caller manages")
    public Page<ApiKeyView> list(
            @BeanParam PageQuery query, @QueryParam("organization_id") @Nullable String organization) {
        return keys.list(PageQuery.id("organization_id", organization), query.request());
    }

    @POST
    @Operation(
            summary = "Make a key that acts for the caller within one organization",
            description =
                    "The key is shown this once; send it in the header X-API-Key. It acts with its role, and never"
                            + " above its maker's at the time of a request.")
    @APIResponseSchema(
            value = NewApiKey.class,
            responseCode = "201",
            responseDescription = "The key itself, this once.")
    public Response create(ApiKeyRequest request) {
        NewApiKey key = keys.create(request);
        return Response.created(URI.create(RequestContext.url("/api/v1/foundation/api-keys/" + key.id() + "/")))
                .entity(key)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get a key, without the key itself")
    public ApiKeyView find(@PathParam("id") UUID id) {
        return keys.find(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a key: for its maker, and for ADMINs of its organization")
    @APIResponse(responseCode = "204", description = "Its holder's next request is refused.")
    public Response delete(@PathParam("id") UUID id) {
        keys.delete(id);
        return Response.noContent().build();
    }
}
