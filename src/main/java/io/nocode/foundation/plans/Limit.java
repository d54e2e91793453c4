package io.nocode.foundation.plans;

import java.util.Locale;

/** What a plan limits. */
public enum Limit {
    MAX_PROJECTS,
    /** Open invitations count. */
    MAX_MEMBERS,
    MAX_STORAGE_GB,
    MAX_WORKFLOWS;

    /** The name of the limit as clients see it in {@link PlanLimits}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
