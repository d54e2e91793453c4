package io.nocode.foundation.organisations;

import java.util.Map;
import java.util.UUID;

/**
 * Measures what a module above keeps for an organisation: one CDI bean a module. The names are those of
 * {@link OrganisationStats}: {@code projects_count}, {@code active_projects}, {@code storage_used_mb}, and
 * {@code recent_activity_count} for what was tracked in the last thirty days.
 */
public interface OrganisationMeasure {
    Map<String, Number> of(UUID organisation);
}
