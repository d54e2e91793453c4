package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a draft.
 *
 * @param own whether the listener's own account made it, perhaps in another window
 * @param kind add, move, update, remove, batch, undo, redo; or draft: something else than components in the editor
 * @param components each component that is different now, with how it is ({@code component}, null where it is gone);
 *     null where the editor must ask for the whole draft
 */
public record DraftChange(
        long revision,
        @Nullable UUID userId,
        String userName,
        boolean own,
        String kind,

        @Schema(
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY,
                implementation = Object.class,
                nullable = true)
        @Nullable
        JsonNode components,

        Instant createdAt) {
    private static final Map<String, String> NAMES = Map.of("page_id", "page", "parent_id", "parent", "place", "order");

    /** The components of kept entries, as the API names things. */
    static ArrayNode components(JsonNode entries) {
        ArrayNode components = Json.array();
        for (JsonNode entry : entries) {
            ObjectNode one = components.addObject();
            one.set("id", entry.get("id"));
            if (entry.get("after") instanceof ObjectNode after) {
                ObjectNode component = one.putObject("component");
                component.set("id", entry.get("id"));
                after.properties()
                        .forEach(property -> component.set(
                                NAMES.getOrDefault(property.getKey(), property.getKey()), property.getValue()));
            } else {
                one.putNull("component");
            }
        }
        return components;
    }
}
