package io.nocode.foundation.organisations;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was counted just now; null where nothing measures it yet. */
@Schema(name = "OrganizationStats")
public record OrganisationStats(
        long totalMembers,
        long activeMembers,
        long pendingInvitations,
        Map<String, Long> membersByRole,
        @Nullable Number recentActivityCount,
        @Nullable Number storageUsedMb,
        @Nullable Number apiCallsThisMonth,
        @Nullable Number projectsCount,
        @Nullable Number activeProjects) {}
