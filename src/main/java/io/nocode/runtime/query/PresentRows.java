package io.nocode.runtime.query;

/**
 * What somebody may read, without the rows that are deleted softly: those are as if they did not exist, whoever asks
 * and by whatever way.
 */
public record PresentRows(Permits all) implements PermitsWithin {
    @Override
    public Condition rows(LiveTable table) {
        return table.present().and(all.rows(table));
    }

    /** The same, but that of one table the deleted rows are seen, and no others. */
    public Permits deletedOf(LiveTable only) {
        return new DeletedOf(this, only);
    }

    private record DeletedOf(PresentRows all, LiveTable only) implements PermitsWithin {
        @Override
        public Condition rows(LiveTable table) {
            return table == only ? table.deleted().and(all.all.rows(table)) : all.rows(table);
        }
    }
}
