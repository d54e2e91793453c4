package io.nocode.automation.executions;

import io.nocode.automation.engine.ExecutionStatus;
import io.nocode.automation.workflows.Filters;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.problem.CommonProblem;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Executions of workflows. */
@ApplicationScoped
@SignedIn
@Path("v1/automation/executions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class ExecutionsResource {
    private static final List<String> LEVELS = List.of("debug", "info", "warning", "error");

    @Inject
    private Executions executions;

    @GET
    @Operation(summary = "Lists executions.")
    public Page<ExecutionSummary> list(
            @BeanParam PageQuery query,
            @QueryParam("workflow") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @Nullable
                    String workflow,
            @QueryParam("project") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @Nullable
                    String project,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = ExecutionStatus.class)) @Nullable
                    String status,
            @QueryParam("trigger_type") @Parameter(schema = @Schema(implementation = TriggerType.class)) @Nullable
                    String triggerType,
            @QueryParam("date_from") @Parameter(description = "A date or a timestamp.") @Nullable String dateFrom,
            @QueryParam("date_to") @Parameter(description = "A date, itself included, or a timestamp.") @Nullable
                    String dateTo) {
        return executions.list(
                query.request(),
                new ExecutionRepository.Filter(
                        Filters.id("workflow", workflow),
                        Filters.id("project", project),
                        PageQuery.choice("status", status, ExecutionStatus.class),
                        PageQuery.choice("trigger_type", triggerType, TriggerType.class),
                        Filters.moment("date_from", dateFrom, false),
                        Filters.moment("date_to", dateTo, true)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Shows an execution with each of its steps.")
    public ExecutionView get(@PathParam("id") UUID id) {
        return executions.get(id);
    }

    @GET
    @Path("{id}/logs")
    @Operation(summary = "Lists what an execution has logged.")
    public Page<LogView> logs(
            @PathParam("id") UUID id,
            @BeanParam PageQuery query,
            @QueryParam("level")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"debug", "info", "warning", "error"}))
                    @Nullable
                    String level) {
        if (level != null && !LEVELS.contains(level)) {
            throw CommonProblem.INVALID.at("level", "field.must_be.one_of", String.join(", ", LEVELS));
        }
        return executions.logs(id, query.request(), level);
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Ends an execution before its next step; what runs is not recorded.")
    public ExecutionView cancel(@PathParam("id") UUID id) {
        return executions.cancel(id);
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Goes on where an execution failed, as a new one that reuses what was finished.")
    @APIResponseSchema(value = ExecutionOutcome.class, responseCode = "202", responseDescription = "It is accepted.")
    public Response retry(
            @PathParam("id") UUID id,
            @RequestBody(required = false, content = @Content(schema = @Schema(implementation = RetryExecution.class)))
                    @Nullable
                    RetryExecution asked) {
        return accepted(executions.retry(id, asked == null ? new RetryExecution(null, null) : asked));
    }

    static Response accepted(ExecutionOutcome outcome) {
        return Response.accepted(outcome)
                .location(
                        URI.create(RequestContext.url("/api/v1/automation/executions/" + outcome.executionId() + "/")))
                .build();
    }
}
