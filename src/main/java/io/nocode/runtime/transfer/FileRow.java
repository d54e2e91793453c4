package io.nocode.runtime.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param line where it stands: of text files the line on which it begins, of sheets the row, of JSON lists its place
 * @param names what its cells are called
 * @param values a cell each: text, a number, a truth, a date and time, JSON, or nothing
 * @param wrong what is wrong with it as a whole; null for nothing
 */
record FileRow(
        long line,
        List<String> names,
        List<@Nullable Object> values,
        @Nullable Fault wrong) {
    private static final int MOST_TOLD = 50;
    private static final int LONGEST_TOLD = 200;

    /** What it holds, to show to somebody: long cells and many of them are cut. */
    ObjectNode told() {
        ObjectNode told = Json.object();
        for (int i = 0; i < Math.min(values.size(), MOST_TOLD); i++) {
            Object value = values.get(i);
            String name = i < names.size() ? names.get(i) : "column_" + (i + 1);
            told.put(name, value == null ? null : cut(value.toString().replace("\0", "\\0")));
        }
        return told;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TOLD) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TOLD - 1)) ? LONGEST_TOLD - 1 : LONGEST_TOLD;
        return text.substring(0, end) + "…";
    }
}
