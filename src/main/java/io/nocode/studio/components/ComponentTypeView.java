package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A type that a component may have.
 *
 * @param properties what its config may hold, as JSON Schema
 */
public record ComponentTypeView(
        String name,
        String category,
        String icon,
        String label,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode properties,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode defaults,

        List<String> events,
        List<String> slots) {
    static ComponentTypeView of(ComponentType type) {
        return new ComponentTypeView(
                type.name(),
                type.category(),
                type.icon(),
                type.label(),
                type.properties(),
                type.defaults(),
                type.events(),
                type.slots());
    }
}
