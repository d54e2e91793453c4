package io.nocode.studio.projects;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.organisations.MemberView;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code projects/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class ProjectsResource {
    @Inject
    private Projects projects;

    @GET
    @Path("projects")
    @Operation(summary = "List the projects of your organisations, and public ones")
    public Page<ProjectView> list(
            @BeanParam PageQuery query,
            @QueryParam("organization_id") @Nullable String organization,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = ProjectStatus.class)) @Nullable
                    String status) {
        return projects.list(
                PageQuery.id("organization_id", organization),
                PageQuery.choice("status", status, ProjectStatus.class),
                query.request());
    }

    @POST
    @Path("projects")
    @Operation(summary = "Make a project")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201", responseDescription = "The new project")
    public Response create(CreateProject asked) {
        ProjectView made = projects.create(asked);
        return Response.created(URI.create(RequestContext.url("/api/v1/studio/projects/" + made.id() + "/")))
                .entity(made)
                .build();
    }

    @GET
    @Path("projects/{id}")
    @Operation(summary = "Show a project and what it holds")
    public ProjectView get(@PathParam("id") UUID id) {
        return projects.get(id);
    }

    @GET
    @Path("projects/{id}/members")
    @Operation(summary = "List the people of the organisation that the project belongs to")
    public Page<MemberView> members(@PathParam("id") UUID id, @BeanParam PageQuery query) {
        return projects.members(id, query.request());
    }

    @PUT
    @Path("projects/{id}")
    @Operation(summary = "Replace a project's description")
    public ProjectView put(@PathParam("id") UUID id, ProjectUpdate asked) {
        return projects.put(id, asked);
    }

    @PATCH
    @Path("projects/{id}")
    @Operation(summary = "Change a project's description")
    public ProjectView patch(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ProjectUpdate.class))) JsonNode patch) {
        return projects.patch(id, patch);
    }

    @DELETE
    @Path("projects/{id}")
    @Operation(summary = "Delete a project with its tables and their rows")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(
            @PathParam("id") UUID id,
            @QueryParam("confirm") @Parameter(description = "The project's slug; needed where it has rows.") @Nullable
                    String confirm) {
        projects.delete(id, confirm);
        return Response.noContent().build();
    }
}
