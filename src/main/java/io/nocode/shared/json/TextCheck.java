package io.nocode.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.problem.Faults;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Finds what cannot be stored: text with NUL or halves of surrogate pairs, and numbers such as 1e999, which PostgreSQL
 * writes out in more digits than are read here: whoever read them later could read nothing of what they are in.
 */
public final class TextCheck {
    private static final int MOST_DIGITS = 390;

    private TextCheck() {}

    /** Blames every such text, name and number within the tree by its path. */
    public static void check(JsonNode node, String path, Faults faults) {
        // Paths are made only where something is wrong: a body may have a million values.
        if (!isStorable(node)) {
            find(node, path, faults);
        }
    }

    private static boolean isStorable(JsonNode node) {
        if (node.isTextual()) {
            return isStorable(node.textValue());
        }
        if (node.isBigDecimal()) {
            return digits(node.decimalValue()) <= MOST_DIGITS;
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                if (!isStorable(property.getKey()) || !isStorable(property.getValue())) {
                    return false;
                }
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                if (!isStorable(element)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void find(JsonNode node, String path, Faults faults) {
        if (node.isTextual()) {
            blame(node.textValue(), path, faults);
        } else if (node.isBigDecimal() && !isStorable(node)) {
            faults.add(path, "field.number_not_storable");
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                find(node.get(i), path + "[" + i + "]", faults);
            }
        } else if (node.isObject()) {
            node.properties().forEach(property -> {
                String inner = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                blame(property.getKey(), inner, faults);
                find(property.getValue(), inner, faults);
            });
        }
    }

    /** How many a number has when it is written without an exponent. */
    private static long digits(BigDecimal number) {
        return Math.max((long) number.precision() - number.scale(), 1) + Math.max(number.scale(), 0);
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
            if (c != 0 && !Character.isSurrogate(c)) {
                continue;
            }
            i++;
            if (i >= text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
