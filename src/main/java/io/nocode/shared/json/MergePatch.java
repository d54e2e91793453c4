package io.nocode.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch, RFC 7396, section 2. */
public final class MergePatch {
    private MergePatch() {}

    /** What the target becomes when the patch is applied; neither is changed. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object.deepCopy() : Json.object();
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                JsonNode before = merged.path(change.getKey());
                merged.set(change.getKey(), apply(before, change.getValue()));
            }
        });
        return merged;
    }
}
