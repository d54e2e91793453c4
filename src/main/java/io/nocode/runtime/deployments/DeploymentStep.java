package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of a deployment: when it ran, and what it did. */
@Entity
@Table(name = "deployment_step")
class DeploymentStep {
    @Id
    private UUID id;

    @ManyToOne
    @JoinColumn(name = "deployment_id")
    private Deployment deployment;

    private int position;

    private String name;

    private JobStatus status;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode details;

    private @Nullable String error;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected DeploymentStep() {}

    DeploymentStep(Deployment deployment, StepName name, Instant now) {
        this.id = Ids.next();
        this.deployment = deployment;
        this.position = name.ordinal() + 1;
        this.name = name.wire();
        this.status = JobStatus.PENDING;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The step begins, or begins again after the death of a server. */
    void begin(Instant now) {
        move(JobStatus.RUNNING, now);
        startedAt = now;
    }

    void succeed(JsonNode what, Instant now) {
        move(JobStatus.SUCCEEDED, now);
        details = what;
        completedAt = now;
    }

    void fail(String why, @Nullable JsonNode more, Instant now) {
        move(JobStatus.FAILED, now);
        error = why;
        details = more;
        completedAt = now;
    }

    /** The deployment has ended before this step could. */
    void cancel(Instant now) {
        if (!status.isFinal()) {
            move(JobStatus.CANCELLED, now);
        }
    }

    private void move(JobStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("The step " + name + " is " + status + " and cannot become " + next + ".");
        }
        status = next;
        updatedAt = now;
    }

    StepName name() {
        return StepName.of(name);
    }

    JobStatus status() {
        return status;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    @Nullable
    JsonNode details() {
        return details;
    }

    @Nullable
    String error() {
        return error;
    }
}
