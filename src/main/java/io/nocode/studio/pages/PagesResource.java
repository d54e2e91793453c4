package io.nocode.studio.pages;

import com.fasterxml.jackson.databind.JsonNode;
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

/** {@code pages/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class PagesResource {
    @Inject
    private Pages pages;

    @GET
    @Path("pages")
    @Operation(summary = "List pages")
    public io.nocode.shared.page.Page<PageView> list(
            @BeanParam PageQuery query,
            @QueryParam("project") @Nullable String project,
            @QueryParam("is_home") @Nullable String isHome) {
        return pages.list(
                PageQuery.id("project", project),
                isHome == null ? null : PageQuery.flag("is_home", isHome, false),
                query.request());
    }

    @GET
    @Path("projects/{id}/pages")
    @Operation(summary = "List the pages of a project")
    public io.nocode.shared.page.Page<PageView> ofProject(@PathParam("id") UUID project, @BeanParam PageQuery query) {
        return pages.listOf(project, query.request());
    }

    @POST
    @Path("pages")
    @Operation(summary = "Make a page")
    @APIResponseSchema(value = PageView.class, responseCode = "201", responseDescription = "The new page")
    public Response create(CreatePage asked) {
        PageView made = pages.create(asked);
        return Response.created(URI.create(RequestContext.url("/api/v1/studio/pages/" + made.id() + "/")))
                .entity(made)
                .build();
    }

    @GET
    @Path("pages/{id}")
    @Operation(summary = "Show a page")
    public PageView get(@PathParam("id") UUID id) {
        return pages.get(id);
    }

    @PUT
    @Path("pages/{id}")
    @Operation(summary = "Replace a page's settings; its components stay")
    public PageView put(@PathParam("id") UUID id, PageUpdate asked) {
        return pages.put(id, asked);
    }

    @PATCH
    @Path("pages/{id}")
    @Operation(summary = "Change a page's settings; its components stay")
    public PageView patch(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PageUpdate.class))) JsonNode patch) {
        return pages.patch(id, patch);
    }

    @DELETE
    @Path("pages/{id}")
    @Operation(summary = "Delete a page with its components")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id) {
        pages.delete(id);
        return Response.noContent().build();
    }
}
