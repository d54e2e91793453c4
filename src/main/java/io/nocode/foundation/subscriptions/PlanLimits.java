package io.nocode.foundation.subscriptions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a plan allows; -1 for unlimited. */
@Schema(description = "How much a plan allows; -1 for unlimited.")
public record PlanLimits(int maxProjects, int maxMembers, int maxStorageGb, int maxWorkflows) {}
