package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The nodes of a workflow. */
@ApplicationScoped
@SignedIn
@Path("v1/automation/workflows/{workflow}/nodes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class NodesResource {
    /** Several new nodes. */
    public record NodeBatch(
            @NotNull @Size(min = 1, max = 100) List<@Valid NodeBody> nodes) {}

    /** The nodes that were made. */
    public record NodesMade(int count, List<NodeView> nodes) {}

    @Inject
    private Nodes nodes;

    @GET
    @Operation(summary = "Lists the nodes of a workflow.")
    public Page<NodeView> list(@PathParam("workflow") UUID workflow, @BeanParam PageQuery query) {
        return nodes.list(workflow, query.request());
    }

    @POST
    @Operation(summary = "Adds a node to a workflow.")
    @APIResponseSchema(value = NodeView.class, responseCode = "201", responseDescription = "The node.")
    public Response create(@PathParam("workflow") UUID workflow, NodeBody body) {
        NodeView node = nodes.create(workflow, body);
        return Response.created(URI.create(
                        RequestContext.url("/api/v1/automation/workflows/" + workflow + "/nodes/" + node.id() + "/")))
                .entity(node)
                .build();
    }

    @POST
    @Path("batch_create")
    @Operation(summary = "Adds several nodes to a workflow: all of them or none.")
    @APIResponseSchema(value = NodesMade.class, responseCode = "201", responseDescription = "The nodes.")
    public Response createAll(@PathParam("workflow") UUID workflow, NodeBatch batch) {
        List<NodeView> made = nodes.createAll(workflow, batch.nodes());
        return Response.created(URI.create(RequestContext.url("/api/v1/automation/workflows/" + workflow + "/nodes/")))
                .entity(new NodesMade(made.size(), made))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Shows a node.")
    public NodeView get(@PathParam("workflow") UUID workflow, @PathParam("id") UUID id) {
        return nodes.get(workflow, id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces a node.")
    public NodeView replace(@PathParam("workflow") UUID workflow, @PathParam("id") UUID id, NodeBody body) {
        return nodes.replace(workflow, id, body);
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Changes some of a node.")
    public NodeView merge(
            @PathParam("workflow") UUID workflow,
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = NodeBody.class))) JsonNode patch) {
        return nodes.merge(workflow, id, patch);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a node with its edges.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("workflow") UUID workflow, @PathParam("id") UUID id) {
        nodes.delete(workflow, id);
        return Response.noContent().build();
    }
}
