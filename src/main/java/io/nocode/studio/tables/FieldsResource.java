package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** {@code schemas/{id}/fields/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class FieldsResource {
    @Inject
    private Fields fields;

    @GET
    @Path("schemas/{schema}/fields")
    @Operation(summary = "List the fields of a table in their order")
    @APIResponseSchema(value = FieldPage.class, responseCode = "200")
    public Page<ObjectNode> list(@PathParam("schema") UUID schema, @BeanParam PageQuery query) {
        return fields.list(schema, query.request());
    }

    @POST
    @Path("schemas/{schema}/fields")
    @Operation(summary = "Add a field")
    @APIResponseSchema(value = FieldDocument.class, responseCode = "201", responseDescription = "The new field")
    public Response add(
            @PathParam("schema") UUID schema,
            @RequestBody(content = @Content(schema = @Schema(implementation = FieldDocument.class))) JsonNode body) {
        ObjectNode made = fields.add(schema, body);
        String path = "/api/v1/studio/schemas/" + schema + "/fields/"
                + made.path("id").asText() + "/";
        return Response.created(URI.create(RequestContext.url(path)))
                .entity(made)
                .build();
    }

    @GET
    @Path("schemas/{schema}/fields/{id}")
    @Operation(summary = "Show a field")
    @APIResponseSchema(value = FieldDocument.class, responseCode = "200")
    public ObjectNode get(@PathParam("schema") UUID schema, @PathParam("id") UUID id) {
        return fields.get(schema, id);
    }

    @PUT
    @Path("schemas/{schema}/fields/{id}")
    @Operation(summary = "Replace a field; its values follow or the change is refused")
    @APIResponseSchema(value = FieldDocument.class, responseCode = "200")
    public ObjectNode put(
            @PathParam("schema") UUID schema,
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = FieldDocument.class))) JsonNode body) {
        return fields.put(schema, id, body);
    }

    @PATCH
    @Path("schemas/{schema}/fields/{id}")
    @Operation(summary = "Change a field; its values follow or the change is refused")
    @APIResponseSchema(value = FieldDocument.class, responseCode = "200")
    public ObjectNode patch(
            @PathParam("schema") UUID schema,
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = FieldDocument.class))) JsonNode patch) {
        return fields.patch(schema, id, patch);
    }

    @DELETE
    @Path("schemas/{schema}/fields/{id}")
    @Operation(summary = "Delete a field with its values")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(
            @PathParam("schema") UUID schema,
            @PathParam("id") UUID id,
            @QueryParam("allow_data_loss") @Nullable String allowDataLoss) {
        fields.delete(schema, id, PageQuery.flag("allow_data_loss", allowDataLoss, false));
        return Response.noContent().build();
    }
}
