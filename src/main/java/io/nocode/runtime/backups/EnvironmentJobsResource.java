package io.nocode.runtime.backups;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Restorations, and rows copied between environments. */
@ApplicationScoped
@Path("v1/runtime/projects/{id}")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class EnvironmentJobsResource {
    @Inject
    private EnvironmentBackups backups;

    @POST
    @Path("row-copies")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Copy rows from one environment to another",
            description = "In place of those that are there, all tables at once or none. What is masked never reaches"
                    + " the other environment.")
    @APIResponseSchema(value = JobView.class, responseCode = "202", responseDescription = "A job does it.")
    public Response copy(@PathParam("id") UUID project, CopyRequest request) {
        return accepted(backups.copy(project, request));
    }

    @GET
    @Path("environment-jobs")
    @Operation(summary = "List restorations and copies")
    public Page<JobView> list(@PathParam("id") UUID project, @BeanParam PageQuery query) {
        return backups.jobs(project, query.request());
    }

    @GET
    @Path("environment-jobs/{job}")
    @Operation(summary = "How far a restoration or a copy is")
    public JobView read(@PathParam("id") UUID project, @PathParam("job") UUID job) {
        return backups.job(project, job);
    }

    static Response accepted(JobView view) {
        String path = "/api/v1/runtime/projects/" + view.projectId() + "/environment-jobs/" + view.id() + "/";
        return Response.accepted(view)
                .location(URI.create(RequestContext.url(path)))
                .build();
    }
}
