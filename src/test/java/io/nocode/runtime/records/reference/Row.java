package io.nocode.runtime.records.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row as Java holds it.
 *
 * @param values by the names of fields; fields without a value are left out
 * @param relations the rows that its relations lead to
 */
record Row(String id, Map<String, Object> values, Map<String, Row> relations) {
    Row(String id) {
        this(id, new HashMap<>(), new HashMap<>());
    }

    /** The value at the end of a path of relations; null where there is none, or no row on the way. */
    Object at(List<String> path, String field) {
        Row row = through(path);
        return row == null ? null : row.value(field);
    }

    /** The row at the end of a path of relations; null where there is none. */
    Row through(List<String> path) {
        Row row = this;
        for (String step : path) {
            row = row == null ? null : row.relations.get(step);
        }
        return row;
    }

    Object value(String field) {
        Row related = relations.get(field);
        return field.equals("id") ? id : related != null ? related.id : values.get(field);
    }
}
