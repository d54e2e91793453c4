package io.nocode.runtime.backups;

import io.nocode.runtime.apps.Stage;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Backups that are to be made again and again.
 *
 * @param keep how many of them are kept; older ones go
 */
public record ScheduleRequest(
        @NotNull @Schema(example = "prod") Stage environment,
        @NotNull @Min(1) @Max(720) @Schema(example = "24") Integer everyHours,
        @NotNull @Min(1) @Max(100) @Schema(example = "7") Integer keep) {}
