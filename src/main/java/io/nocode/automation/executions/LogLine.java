package io.nocode.automation.executions;

import io.nocode.shared.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an execution's log. */
@Entity
@Table(name = "execution_log")
class LogLine {
    @Id
    private UUID id;

    @Column(name = "execution_id")
    private UUID executionId;

    @Column(name = "node_id")
    private @Nullable UUID nodeId;

    @Column(name = "node_name")
    private @Nullable String nodeName;

    private String level;
    private String message;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected LogLine() {}

    LogLine(
            UUID executionId,
            @Nullable UUID nodeId,
            @Nullable String nodeName,
            String level,
            String message,
            Instant now) {
        this.id = Ids.next();
        this.executionId = executionId;
        this.nodeId = nodeId;
        this.nodeName = nodeName;
        this.level = level;
        this.message = message;
        this.createdAt = now;
        this.updatedAt = now;
    }

    LogView view() {
        return new LogView(id, nodeId, nodeName, level, message, createdAt, updatedAt);
    }
}
