package io.nocode.automation.workflows;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Workflows. */
@ApplicationScoped
@SignedIn
@Path("v1/automation/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class WorkflowsResource {
    @Inject
    private Workflows workflows;

    @GET
    @Operation(summary = "Lists workflows.")
    public Page<WorkflowView> list(
            @BeanParam PageQuery query,
            @QueryParam("project") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @Nullable
                    String project,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = WorkflowStatus.class)) @Nullable
                    String status,
            @QueryParam("trigger_type") @Parameter(schema = @Schema(implementation = TriggerType.class)) @Nullable
                    String triggerType) {
        return workflows.list(
                query.request(),
                Filters.id("project", project),
                PageQuery.choice("status", status, WorkflowStatus.class),
                PageQuery.choice("trigger_type", triggerType, TriggerType.class));
    }

    @POST
    @Operation(summary = "Makes a workflow in a project.")
    @APIResponseSchema(value = WorkflowView.class, responseCode = "201", responseDescription = "The workflow.")
    public Response create(CreateWorkflow asked) {
        return created(workflows.create(asked));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Shows a workflow with its statistics.")
    public WorkflowView get(@PathParam("id") UUID id) {
        return workflows.get(id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces a workflow's settings.")
    public WorkflowView replace(@PathParam("id") UUID id, WorkflowUpdate update) {
        return workflows.replace(id, update);
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Changes some of a workflow's settings.")
    public WorkflowView merge(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = WorkflowUpdate.class))) JsonNode patch) {
        return workflows.merge(id, patch);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a workflow with its executions.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("id") UUID id) {
        workflows.delete(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/activate")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Validates a workflow, freezes it as a version, and lets its trigger begin executions.")
    public WorkflowView activate(@PathParam("id") UUID id) {
        return workflows.activate(id);
    }

    @POST
    @Path("{id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Ends what activation began; running executions finish.")
    public WorkflowView deactivate(@PathParam("id") UUID id) {
        return workflows.deactivate(id);
    }

    @POST
    @Path("{id}/duplicate")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Copies a workflow with its graph, as a draft.")
    @APIResponseSchema(value = WorkflowView.class, responseCode = "201", responseDescription = "The copy.")
    public Response duplicate(@PathParam("id") UUID id) {
        return created(workflows.duplicate(id));
    }

    @GET
    @Path("{id}/validate")
    @Operation(summary = "Tells what keeps a workflow from being run.")
    public ValidationView validate(@PathParam("id") UUID id) {
        return workflows.validate(id);
    }

    @GET
    @Path("{id}/versions")
    @Operation(summary = "Lists the versions that activations have frozen.")
    public Page<VersionView> versions(@PathParam("id") UUID id, @BeanParam PageQuery query) {
        return workflows.versions(id, query.request());
    }

    private static Response created(WorkflowView workflow) {
        return Response.created(URI.create(RequestContext.url("/api/v1/automation/workflows/" + workflow.id() + "/")))
                .entity(workflow)
                .build();
    }
}
