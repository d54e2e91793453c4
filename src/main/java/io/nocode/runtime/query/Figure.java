package io.nocode.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of an aggregate's answer: what rows are grouped by, or a measure.
 *
 * @param key what the caller calls it
 * @param before SQL before the field
 * @param source the field; null for counting rows
 * @param after SQL behind it
 * @param column what it becomes
 */
record Figure(String key, String before, @Nullable Order source, String after, Column column) {
    void render(Rendering out) {
        out.add(before);
        if (source != null) {
            source.expression(out, Plan.T);
        }
        out.add(after).add(" as ").add(column.quoted());
    }

    void values(List<@Nullable Object> into) {
        if (source != null) {
            source.values(into);
        }
    }

    void shape(StringBuilder into) {
        into.append(before);
        if (source != null) {
            source.shape(into);
        }
        into.append(after).append(';');
    }
}
