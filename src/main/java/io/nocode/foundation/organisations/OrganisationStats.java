package io.nocode.foundation.organisations;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was counted just now.
 *
 * @param recentActivityCount what was done in the last thirty days: entries of the audit log, and tracked activities
 * @param storageUsedMb what the tables of its projects take, in every environment
 * @param apiCallsThisMonth requests that concerned it since the month began in UTC
 * @param activeProjects those that are published
 */
@Schema(name = "OrganizationStats")
public record OrganisationStats(
        long totalMembers,
        long activeMembers,
        long pendingInvitations,
        Map<String, Long> membersByRole,
        long recentActivityCount,
        @Nullable Number storageUsedMb,
        long apiCallsThisMonth,
        @Nullable Number projectsCount,
        @Nullable Number activeProjects) {}
