package io.nocode.foundation.subscriptions;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an organisation uses of what its plan allows, measured just now. */
@Schema(name = "SubscriptionUsage")
public record UsageView(UUID subscriptionId, UUID organizationId, UUID planId, String plan, PlanUse usage) {}
