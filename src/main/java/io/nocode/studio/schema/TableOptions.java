package io.nocode.studio.schema;

import java.util.List;

/**
 * What holds for a table as a whole.
 *
 * @param indexes beyond those that single fields ask for
 * @param softDelete whether deleted rows are kept, out of sight, until they are restored
 * @param revisions whether every change of a row is kept
 */
public record TableOptions(List<TableIndex> indexes, boolean softDelete, boolean revisions) {
    public static final TableOptions NONE = new TableOptions(List.of(), false, false);

    public TableOptions {
        indexes = List.copyOf(indexes);
    }

    /** The same with other indexes. */
    public TableOptions withIndexes(List<TableIndex> others) {
        return new TableOptions(others, softDelete, revisions);
    }
}
