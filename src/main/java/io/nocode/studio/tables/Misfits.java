package io.nocode.studio.tables;

import java.util.List;
import java.util.Map;

/**
 * Rows that do not fit.
 *
 * @param count how many there are
 * @param rows the first of them
 */
public record Misfits(String table, String field, long count, List<MisfitRow> rows) {
    record Found(MisfitRow row, long count) {}

    Map<String, Object> details() {
        return Map.of("table", table, "field", field, "count", count, "rows", rows);
    }
}
