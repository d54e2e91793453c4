package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.EdgeKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edge within a whole graph; its ends are ids of the graph's nodes. */
public record GraphEdge(
        @Nullable @Size(max = 100) String id,
        @NotBlank String sourceNode,
        @NotBlank String targetNode,
        @Nullable EdgeKind kind,
        @Nullable @Size(max = 200) String label,
        @Nullable @Size(max = 4_096) String condition,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode style) {}
