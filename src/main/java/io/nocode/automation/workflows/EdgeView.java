package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.EdgeKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An edge as clients see it. */
public record EdgeView(
        UUID id,
        UUID workflow,
        UUID sourceNode,
        UUID targetNode,
        EdgeKind kind,
        String label,
        String condition,
        @Schema(type = SchemaType.OBJECT) JsonNode style,
        Instant createdAt,
        Instant updatedAt) {}
