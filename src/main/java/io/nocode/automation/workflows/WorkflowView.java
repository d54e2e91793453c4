package io.nocode.automation.workflows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as clients see it.
 *
 * @param activeVersion the version that executions run; null before the first activation
 * @param successRate in percent of the executions that ended; null where none has
 * @param nextRuns when CRON would fire next; only for that type
 * @param webhookUrl where webhooks come in; only for that type, once it is active
 */
public record WorkflowView(
        UUID id,
        String name,
        String description,
        UUID project,
        UUID organizationId,
        TriggerType triggerType,
        @Schema(type = SchemaType.OBJECT) JsonNode triggerConfig,
        WorkflowSettings settings,
        WorkflowStatus status,
        @Schema(nullable = true) @Nullable Integer activeVersion,
        long nodesCount,
        long edgesCount,
        long executionsCount,
        @Schema(nullable = true) @Nullable BigDecimal successRate,
        @Schema(nullable = true) @Nullable Instant lastExecuted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Instant> nextRuns,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String webhookUrl,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WorkflowStatistics statistics,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {}
