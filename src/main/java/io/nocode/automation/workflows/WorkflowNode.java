package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.OnError;
import io.nocode.automation.nodes.NodeKinds;
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
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A node of a workflow's draft. */
@Entity
@Table(name = "workflow_node")
class WorkflowNode {
    @Id
    private UUID id;

    @Column(name = "workflow_id")
    private UUID workflowId;

    private String name;

    @Column(name = "node_type")
    private String nodeType;

    @Column(name = "action_type")
    private @Nullable String actionType;

    @Convert(converter = JsonConverter.class)
    private JsonNode position;

    @Convert(converter = JsonConverter.class)
    private JsonNode config;

    @Convert(converter = JsonConverter.class)
    private JsonNode inputs;

    @Convert(converter = JsonConverter.class)
    private JsonNode outputs;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode retry;

    private @Nullable String timeout;

    @Enumerated(EnumType.STRING)
    @Column(name = "on_error")
    private OnError onError;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected WorkflowNode() {}

    WorkflowNode(UUID workflowId, NodeBody body, Instant now) {
        this.id = Ids.next();
        this.workflowId = workflowId;
        this.createdAt = now;
        become(body, now);
    }

    final void become(NodeBody body, Instant now) {
        name = body.name().strip();
        nodeType = body.nodeType();
        actionType = nodeType.equals(NodeKinds.ACTION) ? body.action() : null;
        position = GraphNode.orEmptyObject(body.position());
        config = body.settings();
        inputs = orEmptyArray(body.inputs());
        outputs = orEmptyArray(body.outputs());
        retry = body.retry() == null ? null : Json.tree(body.retry());
        timeout = body.timeout() == null ? null : body.timeout().toString();
        onError = body.onError() == null ? OnError.FAIL : body.onError();
        updatedAt = now;
    }

    private static JsonNode orEmptyArray(@Nullable JsonNode node) {
        return node == null || node.isNull() ? Json.array() : node;
    }

    UUID id() {
        return id;
    }

    UUID workflowId() {
        return workflowId;
    }

    String name() {
        return name;
    }

    /** What could have been put to make it what it is. */
    NodeBody body() {
        ObjectNode shown = config.deepCopy();
        if (actionType != null) {
            shown.put("action_type", actionType);
        }
        return new NodeBody(
                name,
                nodeType,
                actionType,
                position,
                shown,
                inputs,
                outputs,
                retry == null ? null : Json.as(retry, NodeRetry.class),
                timeout == null ? null : Duration.parse(timeout),
                onError);
    }

    GraphNode inGraph() {
        NodeBody body = body();
        return new GraphNode(
                id.toString(),
                name,
                nodeType,
                actionType,
                position,
                body.config(),
                inputs,
                outputs,
                body.retry(),
                body.timeout(),
                onError);
    }

    NodeView view() {
        NodeBody body = body();
        return new NodeView(
                id,
                workflowId,
                name,
                nodeType,
                actionType,
                position,
                body.config(),
                inputs,
                outputs,
                body.retry(),
                body.timeout(),
                onError,
                createdAt,
                updatedAt);
    }
}
