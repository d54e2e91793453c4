package io.nocode.automation.workflows;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The graph of a workflow as a whole. */
@ApplicationScoped
@SignedIn
@Path("v1/automation/workflows/{workflow}/graph")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class GraphResource {
    @Inject
    private Graphs graphs;

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(summary = "Shows the whole graph, or draws it.")
    @APIResponse(
            responseCode = "200",
            description = "The graph; with format=mermaid a flowchart as text.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = GraphView.class)),
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING))
            })
    public Response get(
            @PathParam("workflow") UUID workflow,
            @QueryParam("format")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "mermaid"}))
                    @Nullable
                    String format) {
        if (format == null || format.equals("json")) {
            return Response.ok(graphs.get(workflow), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        if (format.equals("mermaid")) {
            return Response.ok(graphs.mermaid(workflow), "text/plain;charset=UTF-8")
                    .build();
        }
        throw CommonProblem.INVALID.at("format", "field.must_be.one_of", "json, mermaid");
    }

    @PUT
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces the whole graph in one transaction.")
    public GraphView replace(@PathParam("workflow") UUID workflow, GraphUpdate update) {
        return graphs.replace(workflow, update);
    }
}
