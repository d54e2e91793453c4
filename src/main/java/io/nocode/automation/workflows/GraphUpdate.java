package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole graph that takes the place of the present one. */
public record GraphUpdate(
        @NotNull @Size(max = Nodes.MOST) List<@Valid GraphNode> nodes,
        @NotNull @Size(max = 4 * Nodes.MOST) List<@Valid GraphEdge> edges,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode layout) {}
