package io.nocode.runtime.backups;

import io.nocode.runtime.apps.Stage;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A backup that somebody wants. */
public record BackupRequest(
        @NotNull @Schema(example = "prod") Stage environment) {}
