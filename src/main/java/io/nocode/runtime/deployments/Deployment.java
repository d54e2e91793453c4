package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.apps.App;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version on its way to an environment. */
@Entity
@Table(name = "deployment")
class Deployment {
    @Id
    private UUID id;

    @Column(name = "app_id")
    private UUID appId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "organization_id")
    private UUID organizationId;

    private String kind;

    private Stage environment;

    @Column(name = "version_number")
    private int version;

    @Column(name = "from_version")
    private @Nullable Integer fromVersion;

    @Column(name = "allow_data_loss")
    private boolean allowDataLoss;

    @Column(name = "force_redeploy")
    private boolean forceRedeploy;

    private JobStatus status;

    @Column(name = "error_code")
    private @Nullable String errorCode;

    private @Nullable String error;

    @Column(name = "retry_of")
    private @Nullable UUID retryOf;

    @Column(name = "requested_by")
    private UUID requestedBy;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode content;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @OneToMany(mappedBy = "deployment", cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @OrderBy("position")
    private List<DeploymentStep> steps = new ArrayList<>();

    protected Deployment() {}

    Deployment(App app, Order order, UUID requestedBy, Instant now) {
        this.id = Ids.next();
        this.appId = app.id();
        this.projectId = app.projectId();
        this.organizationId = app.organizationId();
        this.kind = order.kind().name().toLowerCase(Locale.ROOT);
        this.environment = order.environment();
        this.version = order.version();
        this.fromVersion = order.fromVersion();
        this.allowDataLoss = order.allowDataLoss();
        this.forceRedeploy = order.forceRedeploy();
        this.retryOf = order.retryOf();
        this.status = JobStatus.PENDING;
        this.requestedBy = requestedBy;
        this.createdAt = now;
        this.updatedAt = now;
        for (StepName name : StepName.values()) {
            steps.add(new DeploymentStep(this, name, now));
        }
    }

    /** What is wanted, once every choice is made. */
    record Order(
            DeploymentKind kind,
            Stage environment,
            int version,
            @Nullable Integer fromVersion,
            boolean allowDataLoss,
            boolean forceRedeploy,
            @Nullable UUID retryOf) {}

    /** A step begins; the first one begins the deployment. */
    void begin(StepName step, Instant now) {
        if (status == JobStatus.PENDING) {
            startedAt = now;
        }
        move(JobStatus.RUNNING, now);
        step(step).begin(now);
    }

    void stepSucceeded(StepName step, JsonNode details, Instant now) {
        step(step).succeed(details, now);
        updatedAt = now;
        if (step == StepName.GO_LIVE) {
            move(JobStatus.SUCCEEDED, now);
            completedAt = now;
        }
    }

    /** A step failed, and the deployment with it; no later step will run. */
    void failed(@Nullable StepName step, String code, String why, @Nullable JsonNode details, Instant now) {
        if (step != null) {
            step(step).fail(why, details, now);
        }
        errorCode = code;
        error = why;
        end(JobStatus.FAILED, now);
    }

    void cancel(Instant now) {
        end(JobStatus.CANCELLED, now);
    }

    private void end(JobStatus how, Instant now) {
        move(how, now);
        completedAt = now;
        steps.forEach(step -> step.cancel(now));
    }

    private void move(JobStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("The deployment is " + status + " and cannot become " + next + ".");
        }
        status = next;
        updatedAt = now;
    }

    DeploymentStep step(StepName name) {
        return steps.stream().filter(step -> step.name() == name).findFirst().orElseThrow();
    }

    /** The details of a step that is done; null before. */
    @Nullable
    JsonNode details(StepName name) {
        return step(name).details();
    }

    void publish(JsonNode made) {
        content = made;
    }

    UUID id() {
        return id;
    }

    UUID appId() {
        return appId;
    }

    UUID projectId() {
        return projectId;
    }

    DeploymentKind kind() {
        return DeploymentKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    Stage environment() {
        return environment;
    }

    int version() {
        return version;
    }

    @Nullable
    Integer fromVersion() {
        return fromVersion;
    }

    boolean allowsDataLoss() {
        return allowDataLoss;
    }

    boolean isForced() {
        return forceRedeploy;
    }

    JobStatus status() {
        return status;
    }

    @Nullable
    String errorCode() {
        return errorCode;
    }

    @Nullable
    String error() {
        return error;
    }

    @Nullable
    UUID retryOf() {
        return retryOf;
    }

    UUID requestedBy() {
        return requestedBy;
    }

    @Nullable
    JsonNode content() {
        return content;
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

    List<DeploymentStep> steps() {
        return steps;
    }
}
