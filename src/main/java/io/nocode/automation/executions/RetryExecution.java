package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an execution is to be repeated.
 *
 * @param fromNode the node to begin with; by default those that failed, or with another input all
 * @param inputData another input
 */
public record RetryExecution(
        @Nullable UUID fromNode,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode inputData) {}
