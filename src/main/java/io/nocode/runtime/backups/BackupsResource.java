package io.nocode.runtime.backups;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Backups of a project's environments. */
@ApplicationScoped
@Path("v1/runtime/projects/{id}/backups")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class BackupsResource {
    @Inject
    private EnvironmentBackups backups;

    @GET
    @Operation(summary = "List backups", description = "Those asked for, made by a schedule, or before a restoration.")
    public Page<BackupView> list(@PathParam("id") UUID project, @BeanParam PageQuery query) {
        return backups.page(project, query.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Back up an environment",
            description = "Every table with its rows as they are at one moment, while others go on writing. Kept for"
                    + " 90 days.")
    @APIResponseSchema(value = BackupView.class, responseCode = "202", responseDescription = "It will be made.")
    public Response request(@PathParam("id") UUID project, BackupRequest request) {
        BackupView view = backups.request(project, request);
        return Response.accepted(view)
                .location(URI.create(
                        RequestContext.url("/api/v1/runtime/projects/" + project + "/backups/" + view.id() + "/")))
                .build();
    }

    @GET
    @Path("{backup}")
    @Operation(summary = "How far a backup is")
    public BackupView read(@PathParam("id") UUID project, @PathParam("backup") UUID backup) {
        return backups.read(project, backup);
    }

    @DELETE
    @Path("{backup}")
    @Operation(summary = "Delete a backup and its file")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("id") UUID project, @PathParam("backup") UUID backup) {
        backups.delete(project, backup);
        return Response.noContent().build();
    }

    @POST
    @Path("{backup}/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give an environment what a backup holds",
            description = "Version, tables and rows, in the backup's own environment or another. Until the end"
                    + " everybody sees what was there; of that a backup is made.")
    @APIResponseSchema(value = JobView.class, responseCode = "202", responseDescription = "A job does it.")
    public Response restore(
            @PathParam("id") UUID project,
            @PathParam("backup") UUID backup,
            @RequestBody(required = false, content = @Content(schema = @Schema(implementation = RestoreRequest.class)))
                    @Nullable
                    RestoreRequest request) {
        return EnvironmentJobsResource.accepted(
                backups.restore(project, backup, Objects.requireNonNullElse(request, RestoreRequest.PLAIN)));
    }
}
