package io.nocode.runtime.query;

/** What somebody may read: decided by policies, and part of every plan, so that no door can forget it. */
public interface Permits {
    /** Somebody whose role reads all. */
    Permits EVERYTHING = new Permits() {
        @Override
        public boolean reads(LiveTable table, Column column) {
            return true;
        }

        @Override
        public Condition rows(LiveTable table) {
            return Condition.ANYTHING;
        }
    };

    /** Whether a column may be seen; a hidden one is for the caller as if it did not exist. */
    boolean reads(LiveTable table, Column column);

    /** The rows that may be seen. */
    Condition rows(LiveTable table);
}
