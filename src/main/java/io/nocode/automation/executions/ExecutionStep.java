package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.StepStatus;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One attempt at one node of an execution. Its status moves through {@link #become} alone. */
@Entity
@Table(name = "execution_step")
class ExecutionStep {
    @Id
    private UUID id;

    @Column(name = "execution_id")
    private UUID executionId;

    @Column(name = "node_id")
    private UUID nodeId;

    @Column(name = "node_name")
    private String nodeName;

    private int attempt;

    @Enumerated(EnumType.STRING)
    private StepStatus status;

    @Column(name = "input_data")
    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode inputData;

    @Column(name = "output_data")
    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode outputData;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode error;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode taken;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ExecutionStep() {}

    ExecutionStep(UUID executionId, UUID nodeId, String nodeName, int attempt, Instant dueAt, Instant now) {
        this.id = Ids.next();
        this.executionId = executionId;
        this.nodeId = nodeId;
        this.nodeName = nodeName;
        this.attempt = attempt;
        this.status = StepStatus.PENDING;
        this.dueAt = dueAt;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** A finished step of one execution, taken over into another. */
    ExecutionStep takenOver(UUID execution, Instant now) {
        ExecutionStep copy = new ExecutionStep(execution, nodeId, nodeName, 1, dueAt, now);
        copy.status = status;
        copy.inputData = inputData;
        copy.outputData = outputData;
        copy.error = error;
        copy.taken = taken;
        copy.startedAt = startedAt;
        copy.completedAt = completedAt;
        return copy;
    }

    void begin(Instant now) {
        become(StepStatus.RUNNING, now);
        if (startedAt == null) {
            startedAt = now;
        }
    }

    void given(JsonNode input) {
        inputData = input;
    }

    void await(Instant until, Instant now) {
        become(StepStatus.WAITING, now);
        dueAt = until;
    }

    void complete(JsonNode output, Set<UUID> edges, Instant now) {
        become(StepStatus.COMPLETED, now);
        outputData = output;
        take(edges);
    }

    void fail(Failure why, Instant now) {
        become(StepStatus.FAILED, now);
        error = Json.object().put("code", why.code()).put("message", why.message());
    }

    /** Never run: no way leads here, or the execution ended before. */
    void skip(Instant now) {
        become(StepStatus.SKIPPED, now);
    }

    /** The edges on which execution goes on; none is a decision too. */
    final void take(Set<UUID> edges) {
        ArrayNode ids = Json.array();
        edges.forEach(edge -> ids.add(edge.toString()));
        taken = ids;
    }

    private void become(StepStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("A step that is " + status + " cannot become " + next + ".");
        }
        status = next;
        updatedAt = now;
        if (next.isFinal()) {
            completedAt = now;
        }
    }

    /** The edges that were taken from here; empty while that is not decided. */
    Optional<Set<UUID>> taken() {
        return Optional.ofNullable(taken)
                .map(ids -> StreamSupport.stream(ids.spliterator(), false)
                        .map(edge -> UUID.fromString(edge.asText()))
                        .collect(Collectors.toSet()));
    }

    UUID nodeId() {
        return nodeId;
    }

    String nodeName() {
        return nodeName;
    }

    int attempt() {
        return attempt;
    }

    StepStatus status() {
        return status;
    }

    @Nullable
    JsonNode inputData() {
        return inputData;
    }

    @Nullable
    JsonNode outputData() {
        return outputData;
    }

    @Nullable
    JsonNode error() {
        return error;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }
}
