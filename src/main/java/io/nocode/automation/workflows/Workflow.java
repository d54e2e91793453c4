package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workflow as it is designed, and whether it may be run. */
@Entity
@Table(name = "workflow")
public class Workflow {
    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "organization_id")
    private UUID organizationId;

    private String name;
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "trigger_type")
    private TriggerType triggerType;

    @Convert(converter = JsonConverter.class)
    @Column(name = "trigger_config")
    private JsonNode triggerConfig;

    @Convert(converter = JsonConverter.class)
    private JsonNode settings;

    @Convert(converter = JsonConverter.class)
    private JsonNode layout;

    @Enumerated(EnumType.STRING)
    private WorkflowStatus status;

    @Column(name = "active_version")
    private @Nullable Integer activeVersion;

    @Column(name = "webhook_token")
    private @Nullable String webhookToken;

    @Column(name = "next_run_at")
    private @Nullable Instant nextRunAt;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Workflow() {}

    /** A draft; {@link #describe} makes it what it is to be. */
    Workflow(UUID projectId, UUID organizationId, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.projectId = projectId;
        this.organizationId = organizationId;
        this.name = "";
        this.description = "";
        this.triggerType = TriggerType.MANUAL;
        this.triggerConfig = Json.object();
        this.settings = Json.object();
        this.layout = Json.object();
        this.status = WorkflowStatus.DRAFT;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void describe(
            String newName,
            String newDescription,
            TriggerType newType,
            JsonNode newConfig,
            WorkflowSettings newSettings,
            Instant now) {
        name = newName;
        description = newDescription;
        triggerType = newType;
        triggerConfig = newConfig;
        settings = Json.tree(newSettings.complete());
        updatedAt = now;
    }

    void layOut(JsonNode newLayout, Instant now) {
        layout = newLayout;
        updatedAt = now;
    }

    void touch(Instant now) {
        updatedAt = now;
    }

    /** From now on executions run this version. */
    void activate(int version, @Nullable Instant nextRun, @Nullable String token, Instant now) {
        status = WorkflowStatus.ACTIVE;
        activeVersion = version;
        nextRunAt = nextRun;
        webhookToken = token;
        updatedAt = now;
    }

    /** Nothing begins any more. */
    void deactivate(Instant now) {
        if (status == WorkflowStatus.ACTIVE) {
            status = WorkflowStatus.INACTIVE;
        }
        nextRunAt = null;
        updatedAt = now;
    }

    /** When the clock fires it next; null where it does not. */
    public @Nullable Instant nextRunAt() {
        return nextRunAt;
    }

    /** It has fired; this is when it does so again. */
    public void fireNext(@Nullable Instant next) {
        nextRunAt = next;
    }

    public UUID id() {
        return id;
    }

    public UUID projectId() {
        return projectId;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public String name() {
        return name;
    }

    String description() {
        return description;
    }

    public TriggerType triggerType() {
        return triggerType;
    }

    JsonNode triggerConfig() {
        return triggerConfig;
    }

    WorkflowSettings settings() {
        return Json.as(settings, WorkflowSettings.class);
    }

    JsonNode layout() {
        return layout;
    }

    public WorkflowStatus status() {
        return status;
    }

    Optional<Integer> activeVersion() {
        return Optional.ofNullable(activeVersion);
    }

    @Nullable
    String webhookToken() {
        return webhookToken;
    }

    /** As whom it acts where no person began the execution. */
    public UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
