package io.nocode.studio.components;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code components/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class ComponentsResource {
    @Inject
    private Components components;

    @GET
    @Path("components")
    @Operation(
            summary = "List components",
            description = "A page's id may be sent as `page` too, beside or instead of a page number.")
    public Page<ComponentView> list(
            @BeanParam PageQuery query,
            @QueryParam("page") List<String> pages,
            @QueryParam("page_id") @Nullable String pageId,
            @QueryParam("component_type") @Nullable String type,
            @QueryParam("project") @Nullable String project) {
        PageParameter page = PageParameter.of(pages, pageId);
        return page.keptIn(components.list(
                PageQuery.id("page_id", page.id()),
                type,
                PageQuery.id("project", project),
                query.numbered(page.number()).request()));
    }

    @GET
    @Path("pages/{id}/components")
    @Operation(summary = "Show the trees of components of a page, in order")
    public List<ComponentView> tree(@PathParam("id") UUID page) {
        return components.tree(page);
    }

    @POST
    @Path("components")
    @Operation(summary = "Put a component on a page")
    @APIResponseSchema(value = ComponentView.class, responseCode = "201", responseDescription = "The new component")
    public Response create(CreateComponent asked) {
        ComponentView made = components.create(asked);
        return Response.created(URI.create(RequestContext.url("/api/v1/studio/components/" + made.id() + "/")))
                .entity(made)
                .build();
    }

    @GET
    @Path("components/{id}")
    @Operation(summary = "Show a component")
    public ComponentView get(@PathParam("id") UUID id) {
        return components.get(id);
    }

    @PUT
    @Path("components/{id}")
    @Operation(summary = "Replace a component; what it holds stays")
    public ComponentView put(@PathParam("id") UUID id, ComponentUpdate asked) {
        return components.put(id, asked);
    }

    @PATCH
    @Path("components/{id}")
    @Operation(summary = "Change a component; what it holds stays")
    public ComponentView patch(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ComponentUpdate.class))) JsonNode patch) {
        return components.patch(id, patch);
    }

    @DELETE
    @Path("components/{id}")
    @Operation(summary = "Remove a component with all that it holds")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response delete(@PathParam("id") UUID id) {
        components.delete(id);
        return Response.noContent().build();
    }
}
