package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.EdgeKind;
import io.nocode.shared.id.Ids;
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

/** An edge of a workflow's draft. */
@Entity
@Table(name = "workflow_edge")
class WorkflowEdge {
    @Id
    private UUID id;

    @Column(name = "workflow_id")
    private UUID workflowId;

    @Column(name = "source_node")
    private UUID sourceNode;

    @Column(name = "target_node")
    private UUID targetNode;

    @Enumerated(EnumType.STRING)
    private EdgeKind kind;

    private String label;
    private String condition;

    @Convert(converter = JsonConverter.class)
    private JsonNode style;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected WorkflowEdge() {}

    WorkflowEdge(UUID workflowId, EdgeBody body, Instant now) {
        this.id = Ids.next();
        this.workflowId = workflowId;
        this.createdAt = now;
        become(body, now);
    }

    final void become(EdgeBody body, Instant now) {
        sourceNode = body.sourceNode();
        targetNode = body.targetNode();
        kind = body.kind() == null ? EdgeKind.DEFAULT : body.kind();
        label = body.label() == null ? "" : body.label();
        condition = body.condition() == null ? "" : body.condition().strip();
        style = GraphNode.orEmptyObject(body.style());
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID workflowId() {
        return workflowId;
    }

    UUID sourceNode() {
        return sourceNode;
    }

    UUID targetNode() {
        return targetNode;
    }

    /** Whether the body would make the same connection. */
    boolean isLike(EdgeBody body) {
        return sourceNode.equals(body.sourceNode())
                && targetNode.equals(body.targetNode())
                && kind == (body.kind() == null ? EdgeKind.DEFAULT : body.kind())
                && label.equals(body.label() == null ? "" : body.label());
    }

    EdgeBody body() {
        return new EdgeBody(sourceNode, targetNode, kind, label, condition, style);
    }

    GraphEdge inGraph() {
        return new GraphEdge(
                id.toString(), sourceNode.toString(), targetNode.toString(), kind, label, condition, style);
    }

    EdgeView view() {
        return new EdgeView(
                id, workflowId, sourceNode, targetNode, kind, label, condition, style, createdAt, updatedAt);
    }
}
