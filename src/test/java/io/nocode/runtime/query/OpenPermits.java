package io.nocode.runtime.query;

import io.nocode.studio.schema.Act;
import java.util.Collection;

/** Permits of a test, which says only what it is about: the rest may be done. */
public interface OpenPermits extends Permits {
    @Override
    default Condition shown(LiveTable table, Column column) {
        return Condition.ANYTHING;
    }

    @Override
    default boolean may(LiveTable table, Act act) {
        return true;
    }

    @Override
    default boolean sets(LiveTable table, Act act, Column column) {
        return reads(table, column);
    }

    @Override
    default Condition touches(LiveTable table, Act act, Collection<Column> set) {
        return Condition.ANYTHING;
    }

    @Override
    default Condition check(LiveTable table, Act act, Collection<Column> set) {
        return Condition.ANYTHING;
    }
}
