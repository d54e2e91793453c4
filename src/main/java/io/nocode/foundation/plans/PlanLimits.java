package io.nocode.foundation.plans;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a plan allows; -1 for unlimited. */
@Schema(description = "How much a plan allows; -1 for unlimited.")
public record PlanLimits(
        @NotNull @Min(-1) Integer maxProjects,
        @NotNull @Min(-1) Integer maxMembers,
        @NotNull @Min(-1) Integer maxStorageGb,
        @NotNull @Min(-1) Integer maxWorkflows) {
    /** Stands for no limit. */
    public static final int UNLIMITED = -1;

    public int of(Limit limit) {
        return switch (limit) {
            case MAX_PROJECTS -> maxProjects;
            case MAX_MEMBERS -> maxMembers;
            case MAX_STORAGE_GB -> maxStorageGb;
            case MAX_WORKFLOWS -> maxWorkflows;
        };
    }

    /** Whether so much is within the limit. */
    public boolean allows(Limit limit, double used) {
        return of(limit) == UNLIMITED || used <= of(limit);
    }
}
