package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Executions begun by callers. */
@ApplicationScoped
@SignedIn
@Path("v1/automation/workflows/{id}/execute")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class ExecuteResource {
    @Inject
    private Executions executions;

    @Inject
    private Awaiting awaiting;

    @POST
    @Operation(summary = "Accepts an execution, and waits for its end if asked to.")
    @APIResponse(
            responseCode = "202",
            description = "It is accepted and goes on.",
            content = @Content(schema = @Schema(implementation = ExecutionOutcome.class)))
    @APIResponse(
            responseCode = "200",
            description = "It has ended within the time.",
            content = @Content(schema = @Schema(implementation = ExecutionOutcome.class)))
    public Response execute(
            @PathParam("id") UUID workflow,
            @RequestBody(required = false, content = @Content(schema = @Schema(implementation = ExecuteWorkflow.class)))
                    @Nullable
                    JsonNode body) {
        ExecuteWorkflow asked = ExecuteWorkflow.of(body);
        ExecutionOutcome accepted = executions.execute(workflow, asked);
        if (asked.seconds() == 0) {
            return ExecutionsResource.accepted(accepted);
        }
        UUID id = accepted.executionId();
        awaiting.await(id, Duration.ofSeconds(asked.seconds()), () -> executions.hasEnded(id));
        ExecutionOutcome now = executions.outcome(id);
        return now.status().isFinal() ? Response.ok(now).build() : ExecutionsResource.accepted(now);
    }
}
