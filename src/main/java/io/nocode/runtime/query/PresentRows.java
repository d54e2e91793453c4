package io.nocode.runtime.query;

/**
 * What somebody may read, without the rows that are deleted softly: those are as if they did not exist, whoever asks
 * and by whatever way.
 */
public record PresentRows(Permits all) implements Permits {
    @Override
    public boolean reads(LiveTable table, Column column) {
        return all.reads(table, column);
    }

    @Override
    public Condition rows(LiveTable table) {
        return table.present().and(all.rows(table));
    }

    /** The same, but that of one table the deleted rows are seen, and no others. */
    public Permits deletedOf(LiveTable only) {
        return new Permits() {
            @Override
            public boolean reads(LiveTable table, Column column) {
                return all.reads(table, column);
            }

            @Override
            public Condition rows(LiveTable table) {
                return table == only ? table.deleted().and(all.rows(table)) : PresentRows.this.rows(table);
            }
        };
    }
}
