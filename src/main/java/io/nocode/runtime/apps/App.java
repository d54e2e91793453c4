package io.nocode.runtime.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.JsonConverter;
import io.nocode.studio.projects.ProjectRef;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application: a name under which a version of a project is served. */
@Entity
@Table(name = "app")
public class App {
    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "organization_id")
    private UUID organizationId;

    private String name;

    private String slug;

    private AppStatus status;

    private Stage environment;

    @Column(name = "version_number")
    private int version;

    @Convert(converter = JsonConverter.class)
    private JsonNode configuration;

    @Column(name = "generation_task_id")
    private UUID generationTaskId;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode bundle;

    private @Nullable String error;

    private boolean stopped;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected App() {}

    App(CreateApp request, ProjectRef project, String slug, int version, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.projectId = project.id();
        this.organizationId = project.organizationId();
        this.name = request.name().strip();
        this.slug = slug;
        this.status = AppStatus.GENERATING;
        this.environment = Objects.requireNonNullElse(request.environment(), Stage.PROD);
        this.version = version;
        this.configuration = Json.tree(AppConfiguration.NONE);
        this.generationTaskId = Ids.next();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void change(AppUpdate update, Instant now) {
        name = update.name().strip();
        slug = Objects.requireNonNullElse(update.slug(), slug);
        configuration = Json.tree(Objects.requireNonNullElse(update.configuration(), AppConfiguration.NONE));
        updatedAt = now;
    }

    /** The version has been made into an application; a deployment that came first knows more. */
    void generated(JsonNode made, Instant now) {
        bundle = made;
        updatedAt = now;
        if (status == AppStatus.GENERATING) {
            status = AppStatus.GENERATED;
        }
    }

    void notGenerated(String why, Instant now) {
        if (status == AppStatus.GENERATING) {
            status = AppStatus.ERROR;
            error = why;
            updatedAt = now;
        }
    }

    /** A deployment was asked for. */
    public void deploying(Instant now) {
        status = AppStatus.DEPLOYMENT_PENDING;
        error = null;
        updatedAt = now;
    }

    /** A version went live. */
    public void deployed(int liveVersion, Instant now) {
        status = AppStatus.DEPLOYED;
        version = liveVersion;
        error = null;
        stopped = false;
        updatedAt = now;
    }

    /** The deployment failed; whatever was live still is. */
    public void deploymentFailed(String why, Instant now) {
        status = AppStatus.DEPLOYMENT_FAILED;
        error = why;
        updatedAt = now;
    }

    /** The deployment was taken back. */
    public void deploymentCancelled(boolean somethingIsLive, Instant now) {
        status = somethingIsLive ? AppStatus.DEPLOYED : AppStatus.GENERATED;
        updatedAt = now;
    }

    void stop(boolean stop, Instant now) {
        stopped = stop;
        updatedAt = now;
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

    public String slug() {
        return slug;
    }

    public AppStatus status() {
        return status;
    }

    public Stage environment() {
        return environment;
    }

    public int version() {
        return version;
    }

    public boolean isStopped() {
        return stopped;
    }

    JsonNode configuration() {
        return configuration;
    }

    /** How it behaves and looks. */
    public AppConfiguration settings() {
        return Json.as(configuration, AppConfiguration.class);
    }

    UUID generationTaskId() {
        return generationTaskId;
    }

    public @Nullable String error() {
        return error;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
