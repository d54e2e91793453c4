package io.nocode.runtime.query;

/** What somebody may read, without the columns that show in some of the rows only: those are as if they did not exist. */
record AlwaysShown(Permits all) implements PermitsWithin {
    @Override
    public Condition rows(LiveTable table) {
        return all.rows(table);
    }

    @Override
    public boolean reads(LiveTable table, Column column) {
        return all.reads(table, column) && all.shown(table, column) == Condition.ANYTHING;
    }

    @Override
    public Condition shown(LiveTable table, Column column) {
        return Condition.ANYTHING;
    }

    @Override
    public boolean isWhole(LiveTable table) {
        return all.isWhole(table);
    }
}
