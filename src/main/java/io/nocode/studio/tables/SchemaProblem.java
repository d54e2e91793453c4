package io.nocode.studio.tables;

import io.nocode.shared.problem.Reason;

/** Why tables are not changed. */
public enum SchemaProblem implements Reason {
    /** Another table of the project has the name. */
    NAME_TAKEN,
    LIMIT_TABLES,
    LIMIT_FIELDS,
    LIMIT_POLICIES,
    /** A policy uses what the change takes away; {@code details.policies} names where. */
    FIELD_IN_POLICY,
    /** The change would take data away, and nobody consented. */
    DATA_LOSS,
    /** Rows that are there cannot be as the change wants them. */
    DATA_DOES_NOT_FIT,
    /** Relations of other tables lead to the table. */
    TABLE_IN_USE,
    /** Others have been using the table for too long to change it now. */
    TABLE_BUSY;

    @Override
    public int status() {
        return 409;
    }
}
