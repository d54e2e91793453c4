package io.nocode.automation.workflows;

import java.time.Instant;
import java.util.UUID;

/** A frozen version in a list. */
public record VersionView(UUID id, UUID workflow, int number, UUID createdBy, Instant createdAt, Instant updatedAt) {}
