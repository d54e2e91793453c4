package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.studio.components.Position;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a component goes: to another position on the grid, or to another place in the tree.
 *
 * @param parent left out: the one that it has; null: the page itself
 * @param slot left out: the one that it has, or another parent's first
 * @param order left out: the last place
 */
public record MoveComponent(
        @NotNull UUID componentId,
        @Nullable Position position,

        @Nullable @Schema(type = SchemaType.STRING, format = "uuid", nullable = true, implementation = String.class)
        JsonNode parent,

        @Nullable @Size(max = 40) String slot,
        @Nullable @Min(0) @Max(10_000) Integer order) {
    boolean isWithinTree() {
        return parent != null || slot != null || order != null;
    }
}
