package io.nocode.studio.tables;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** {@code schemas/{id}/policies/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class PoliciesResource {
    @Inject
    private Policies policies;

    @GET
    @Path("schemas/{schema}/policies")
    @Operation(summary = "List the policies of a table")
    public Page<PolicyView> list(@PathParam("schema") UUID schema, @BeanParam PageQuery query) {
        return policies.list(schema, query.request());
    }

    @POST
    @Path("schemas/{schema}/policies")
    @Operation(
            summary = "Add a policy (ADMIN)",
            description = "A role without a policy on a table follows the role table; from its first policy on only its"
                    + " policies count for it there. ADMIN and OWNER are never locked out. A policy of the role"
                    + " `public` holds for everybody, signed in or not. It holds at once in `dev`, and is deployed with"
                    + " the table.")
    @APIResponseSchema(value = PolicyView.class, responseCode = "201", responseDescription = "The new policy")
    public Response add(@PathParam("schema") UUID schema, PolicyBody asked) {
        PolicyView made = policies.add(schema, asked);
        String path = "/api/v1/studio/schemas/" + schema + "/policies/" + made.id() + "/";
        return Response.created(URI.create(RequestContext.url(path)))
                .entity(made)
                .build();
    }

    @GET
    @Path("schemas/{schema}/policies/{id}")
    @Operation(summary = "Show a policy")
    public PolicyView get(@PathParam("schema") UUID schema, @PathParam("id") UUID id) {
        return policies.get(schema, id);
    }

    @PUT
    @Path("schemas/{schema}/policies/{id}")
    @Operation(summary = "Replace a policy (ADMIN)")
    public PolicyView put(@PathParam("schema") UUID schema, @PathParam("id") UUID id, PolicyBody asked) {
        return policies.put(schema, id, asked);
    }

    @PATCH
    @Path("schemas/{schema}/policies/{id}")
    @Operation(summary = "Change a policy (ADMIN)")
    public PolicyView patch(
            @PathParam("schema") UUID schema,
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PolicyBody.class))) JsonNode patch) {
        return policies.patch(schema, id, patch);
    }

    @DELETE
    @Path("schemas/{schema}/policies/{id}")
    @Operation(summary = "Delete a policy (ADMIN)")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("schema") UUID schema, @PathParam("id") UUID id) {
        policies.delete(schema, id);
        return Response.noContent().build();
    }
}
