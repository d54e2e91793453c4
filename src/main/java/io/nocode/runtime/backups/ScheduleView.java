package io.nocode.runtime.backups;

import io.nocode.runtime.apps.Stage;
import java.time.Instant;
import java.util.UUID;

/** Backups that are made again and again. */
public record ScheduleView(
        UUID id,
        UUID projectId,
        Stage environment,
        int everyHours,
        int keep,
        Instant nextAt,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {}
