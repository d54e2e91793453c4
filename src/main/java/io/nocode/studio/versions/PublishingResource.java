package io.nocode.studio.versions;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import io.nocode.studio.projects.ProjectView;
import io.nocode.studio.projects.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code projects/{id}/publish/} and what follows from it. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class PublishingResource {
    @Inject
    private Publishing publishing;

    @Inject
    private History history;

    @Inject
    private Projects projects;

    @POST
    @Path("projects/{id}/publish")
    @Operation(summary = "Freeze the draft as the next version")
    @APIResponseSchema(value = Published.class, responseCode = "202", responseDescription = "The version")
    public Response publish(
            @PathParam("id") UUID id,
            @RequestBody(required = false, content = @Content(schema = @Schema(implementation = PublishRequest.class)))
                    @Nullable
                    PublishRequest asked) {
        Published published = publishing.publish(id, asked == null ? PublishRequest.PLAIN : asked);
        String path = "/api/v1/studio/projects/" + id + "/versions/" + published.version() + "/";
        return Response.accepted(published)
                .location(URI.create(RequestContext.url(path)))
                .build();
    }

    @POST
    @Path("projects/{id}/unpublish")
    @Operation(summary = "Make the project a draft again; what is deployed goes on")
    public ProjectView unpublish(@PathParam("id") UUID id) {
        publishing.unpublish(id);
        return projects.get(id);
    }

    @GET
    @Path("projects/{id}/deployment_status")
    @Operation(summary = "Show where the project stands between draft and deployment")
    public DeploymentStatus status(@PathParam("id") UUID id) {
        return publishing.status(id);
    }

    @GET
    @Path("projects/{id}/versions")
    @Operation(summary = "List the versions of a project, the newest first")
    public Page<VersionView> list(@PathParam("id") UUID id, @BeanParam PageQuery query) {
        return publishing.list(id, query.request());
    }

    @GET
    @Path("projects/{id}/diff")
    @Operation(summary = "Compare two versions, or one and the draft; and the migration that follows")
    public DiffView diff(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        if (from == null) {
            throw CommonProblem.INVALID.at("from", "field.required");
        }
        return history.diff(id, from, to == null ? "draft" : to);
    }

    @POST
    @Path("projects/{id}/versions/{number}/restore")
    @Operation(summary = "Make the draft what a version was, by a migration")
    public RestoreView restore(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @RequestBody(required = false, content = @Content(schema = @Schema(implementation = RestoreRequest.class)))
                    @Nullable
                    RestoreRequest asked) {
        return history.restore(id, number, asked == null ? new RestoreRequest(null) : asked);
    }

    @GET
    @Path("projects/{id}/versions/{number}")
    @Operation(summary = "Show a version, whole")
    public VersionView get(@PathParam("id") UUID id, @PathParam("number") int number) {
        return publishing.get(id, number);
    }
}
