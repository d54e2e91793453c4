package io.nocode.runtime.query;

import io.nocode.studio.schema.Act;
import java.util.Collection;

/**
 * What somebody may do with rows: decided by policies, and part of every plan, so that no door can forget it. Whoever
 * decides says everything: nothing is allowed because it was not thought of.
 */
public interface Permits {
    /** Somebody whose role may do all. */
    Permits EVERYTHING = new Permits() {
        @Override
        public boolean reads(LiveTable table, Column column) {
            return true;
        }

        @Override
        public Condition rows(LiveTable table) {
            return Condition.ANYTHING;
        }

        @Override
        public Condition shown(LiveTable table, Column column) {
            return Condition.ANYTHING;
        }

        @Override
        public boolean isWhole(LiveTable table) {
            return true;
        }

        @Override
        public boolean may(LiveTable table, Act act) {
            return true;
        }

        @Override
        public boolean sets(LiveTable table, Act act, Column column) {
            return true;
        }

        @Override
        public Condition touches(LiveTable table, Act act, Collection<Column> set) {
            return Condition.ANYTHING;
        }

        @Override
        public Condition check(LiveTable table, Act act, Collection<Column> set) {
            return Condition.ANYTHING;
        }
    };

    /** Whether a column may be seen in any row; a hidden one is for the caller as if it did not exist. */
    boolean reads(LiveTable table, Column column);

    /** The rows that may be seen. */
    Condition rows(LiveTable table);

    /** The rows that may be seen in the answer of the statement that has just written them. */
    default Condition rowsAsWritten(LiveTable table) {
        return rows(table);
    }

    /** In which of the rows that may be seen a column shows; elsewhere it is null. */
    Condition shown(LiveTable table, Column column);

    /** Whether every column of every row may be seen. */
    default boolean isWhole(LiveTable table) {
        return false;
    }

    /** Whether there may be rows with which this can be done. */
    boolean may(LiveTable table, Act act);

    /** Whether a column may be set in any row. */
    boolean sets(LiveTable table, Act act, Column column);

    /**
     * The rows that may be updated or deleted, among those that may be seen.
     *
     * @param set the columns that are given values
     */
    Condition touches(LiveTable table, Act act, Collection<Column> set);

    /**
     * What a row must fulfil as it has been written.
     *
     * @param set the columns that were given values
     */
    Condition check(LiveTable table, Act act, Collection<Column> set);
}
