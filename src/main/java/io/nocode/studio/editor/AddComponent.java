package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.studio.components.CreateComponent;
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
 * A component to be added.
 *
 * @param pageId left out: the parent's page, else the home page, which is made where there is none
 */
public record AddComponent(
        @NotNull UUID projectId,
        @Nullable UUID pageId,
        @NotNull @Schema(example = "DataTable") String componentType,
        @Nullable Position position,
        @Nullable UUID parent,
        @Nullable @Size(max = 40) String slot,
        @Nullable @Min(0) @Max(10_000) Integer order,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode config,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode style,

        @Nullable @Size(max = 1000) String visibleIf) {
    CreateComponent on(UUID page) {
        return new CreateComponent(page, componentType, parent, slot, position, order, config, style, visibleIf);
    }
}
