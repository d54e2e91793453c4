package io.nocode.studio.components;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A component as its people see it.
 *
 * @param parent null where it lies on the page itself
 * @param order its place among those of the same parent and slot, from 0
 * @param children what it holds, in order; told in trees
 */
public record ComponentView(
        UUID id,
        UUID page,
        String componentType,
        @Nullable UUID parent,
        String slot,
        int order,
        Position position,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode config,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode style,

        @Nullable String visibleIf,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ComponentView> children) {
    ComponentView with(List<ComponentView> held) {
        return new ComponentView(
                id,
                page,
                componentType,
                parent,
                slot,
                order,
                position,
                config,
                style,
                visibleIf,
                createdAt,
                updatedAt,
                held);
    }
}
