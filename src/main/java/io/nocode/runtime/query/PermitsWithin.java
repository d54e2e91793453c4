package io.nocode.runtime.query;

import io.nocode.studio.schema.Act;
import java.util.Collection;

/** What somebody may do, for fewer rows than they may see: for the rest it is what others say. */
interface PermitsWithin extends Permits {
    /** What the others say. */
    Permits all();

    @Override
    default boolean reads(LiveTable table, Column column) {
        return all().reads(table, column);
    }

    @Override
    default Condition rowsAsWritten(LiveTable table) {
        return all().rowsAsWritten(table);
    }

    @Override
    default Condition shown(LiveTable table, Column column) {
        return all().shown(table, column);
    }

    @Override
    default boolean isWhole(LiveTable table) {
        return !table.deletesSoftly() && all().isWhole(table);
    }

    @Override
    default boolean may(LiveTable table, Act act) {
        return all().may(table, act);
    }

    @Override
    default boolean sets(LiveTable table, Act act, Column column) {
        return all().sets(table, act, column);
    }

    @Override
    default Condition touches(LiveTable table, Act act, Collection<Column> set) {
        return all().touches(table, act, set);
    }

    @Override
    default Condition check(LiveTable table, Act act, Collection<Column> set) {
        return all().check(table, act, set);
    }
}
