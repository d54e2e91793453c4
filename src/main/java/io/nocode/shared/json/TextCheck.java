package io.nocode.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.problem.Faults;

/** Finds text that PostgreSQL cannot hold: NUL, and halves of surrogate pairs. */
public final class TextCheck {
    private TextCheck() {}

    /** Blames every such text and name within the tree by its path. */
    public static void check(JsonNode node, String path, Faults faults) {
        if (node.isTextual()) {
            blame(node.textValue(), path, faults);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), path + "[" + i + "]", faults);
            }
        } else if (node.isObject()) {
            node.properties().forEach(property -> {
                String inner = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                blame(property.getKey(), inner, faults);
                check(property.getValue(), inner, faults);
            });
        }
    }

    private static void blame(String text, String path, Faults faults) {
        if (!isStorable(text)) {
            faults.add(path, "field.text_not_storable");
        }
    }

    /** Whether PostgreSQL can hold a text. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
