package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A workflow as it was when it was activated; never changed. */
@Entity
@Table(name = "workflow_version")
class WorkflowVersion {
    @Id
    private UUID id;

    @Column(name = "workflow_id")
    private UUID workflowId;

    private int number;

    @Convert(converter = JsonConverter.class)
    private JsonNode content;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected WorkflowVersion() {}

    WorkflowVersion(UUID workflowId, int number, JsonNode content, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.workflowId = workflowId;
        this.number = number;
        this.content = content;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    JsonNode content() {
        return content;
    }

    VersionView view() {
        return new VersionView(id, workflowId, number, createdBy, createdAt, updatedAt);
    }
}
