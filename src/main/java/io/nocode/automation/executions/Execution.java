package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.ExecutionStatus;
import io.nocode.automation.engine.Failure;
import io.nocode.automation.workflows.Definitions;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.automation.workflows.Workflow;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a workflow's version. Its status moves through {@link #become} alone. */
@Entity
@Table(name = "workflow_execution")
class Execution {
    @Id
    private UUID id;

    @Column(name = "workflow_id")
    private UUID workflowId;

    @Column(name = "version_id")
    private UUID versionId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Enumerated(EnumType.STRING)
    private ExecutionStatus status;

    @Column(name = "trigger_type")
    @Enumerated(EnumType.STRING)
    private TriggerType triggerType;

    @Column(name = "acts_as")
    private UUID actsAs;

    @Column(name = "input_data")
    @Convert(converter = JsonConverter.class)
    private JsonNode inputData;

    @Column(name = "output_data")
    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode outputData;

    @Convert(converter = JsonConverter.class)
    private JsonNode vars;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode error;

    @Column(name = "retry_of")
    private @Nullable UUID retryOf;

    private boolean awaited;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "deadline_at")
    private Instant deadlineAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Execution() {}

    Execution(Workflow workflow, Definitions.Frozen version, StartRequest asked, Instant now) {
        this.id = Ids.next();
        this.workflowId = workflow.id();
        this.versionId = version.versionId();
        this.projectId = workflow.projectId();
        this.organizationId = workflow.organizationId();
        this.status = ExecutionStatus.QUEUED;
        this.triggerType = asked.triggerType();
        this.actsAs = asked.actsAs();
        this.inputData = asked.inputData();
        this.vars = asked.vars();
        this.retryOf = asked.retryOf();
        this.awaited = asked.awaited();
        this.deadlineAt = now.plus(version.definition().settings().timeout());
        this.createdAt = now;
        this.updatedAt = now;
    }

    void begin(Instant now) {
        if (status != ExecutionStatus.RUNNING) {
            become(ExecutionStatus.RUNNING, now);
        }
        if (startedAt == null) {
            startedAt = now;
        }
    }

    void await(Instant now) {
        if (status == ExecutionStatus.RUNNING) {
            become(ExecutionStatus.WAITING, now);
        }
    }

    void complete(JsonNode output, Instant now) {
        become(ExecutionStatus.COMPLETED, now);
        outputData = output;
    }

    /** Ends without success. */
    void end(ExecutionStatus how, Failure why, @Nullable String node, Instant now) {
        become(how, now);
        ObjectNode told = Json.object().put("code", why.code()).put("message", why.message());
        if (node != null) {
            told.put("node", node);
        }
        error = told;
    }

    private void become(ExecutionStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("An execution that is " + status + " cannot become " + next + ".");
        }
        status = next;
        updatedAt = now;
        if (next.isFinal()) {
            completedAt = now;
        }
    }

    void remember(ObjectNode variables, Instant now) {
        if (!variables.isEmpty()) {
            ObjectNode all = vars.deepCopy();
            all.setAll(variables);
            vars = all;
            updatedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    UUID workflowId() {
        return workflowId;
    }

    UUID versionId() {
        return versionId;
    }

    UUID projectId() {
        return projectId;
    }

    UUID organizationId() {
        return organizationId;
    }

    ExecutionStatus status() {
        return status;
    }

    TriggerType triggerType() {
        return triggerType;
    }

    UUID actsAs() {
        return actsAs;
    }

    JsonNode inputData() {
        return inputData;
    }

    @Nullable
    JsonNode outputData() {
        return outputData;
    }

    ObjectNode vars() {
        return vars.deepCopy();
    }

    @Nullable
    JsonNode error() {
        return error;
    }

    @Nullable
    UUID retryOf() {
        return retryOf;
    }

    boolean isAwaited() {
        return awaited;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
