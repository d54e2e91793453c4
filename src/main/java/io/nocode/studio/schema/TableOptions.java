package io.nocode.studio.schema;

import java.util.List;

/**
 * What holds for a table as a whole.
 *
 * @param indexes beyond those that single fields ask for
 */
public record TableOptions(List<TableIndex> indexes) {
    public static final TableOptions NONE = new TableOptions(List.of());

    public TableOptions {
        indexes = List.copyOf(indexes);
    }
}
