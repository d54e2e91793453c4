package io.nocode.runtime.records;

import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.PresentRows;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.Act;

/**
 * A table that the caller may act on, in one environment.
 *
 * @param isTrial whether what is written is taken back once it is known what it would do
 */
public record OpenTable(ProjectRef project, String environment, LiveTable table, PresentRows permits, boolean isTrial) {
    /** Whether the caller may know of a column: to see it, or to set it. */
    boolean knows(Column column) {
        return permits.reads(table, column)
                || permits.sets(table, Act.CREATE, column)
                || permits.sets(table, Act.UPDATE, column);
    }

    /** The same, where what is written may be taken back at the end. */
    OpenTable tried(boolean isDryRun) {
        return new OpenTable(project, environment, table, permits, isDryRun);
    }
}
