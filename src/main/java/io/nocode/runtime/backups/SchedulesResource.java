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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Backups that are made again and again. */
@ApplicationScoped
@Path("v1/runtime/projects/{id}/backup-schedules")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class SchedulesResource {
    @Inject
    private Schedules schedules;

    @GET
    @Operation(summary = "List the schedules of backups")
    public Page<ScheduleView> list(@PathParam("id") UUID project, @BeanParam PageQuery query) {
        return schedules.page(project, query.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have an environment backed up again and again", description = "One schedule an environment.")
    @APIResponseSchema(value = ScheduleView.class, responseCode = "201", responseDescription = "The schedule.")
    public Response create(@PathParam("id") UUID project, ScheduleRequest request) {
        ScheduleView view = schedules.create(project, request);
        return Response.created(URI.create(RequestContext.url(
                        "/api/v1/runtime/projects/" + project + "/backup-schedules/" + view.id() + "/")))
                .entity(view)
                .build();
    }

    @GET
    @Path("{schedule}")
    @Operation(summary = "Read a schedule of backups")
    public ScheduleView read(@PathParam("id") UUID project, @PathParam("schedule") UUID schedule) {
        return schedules.read(project, schedule);
    }

    @DELETE
    @Path("{schedule}")
    @Operation(summary = "Make no more backups by a schedule", description = "Those that it has made stay.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("id") UUID project, @PathParam("schedule") UUID schedule) {
        schedules.delete(project, schedule);
        return Response.noContent().build();
    }
}
