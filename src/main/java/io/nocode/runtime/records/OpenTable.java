package io.nocode.runtime.records;

import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.PresentRows;
import io.nocode.studio.projects.ProjectRef;

/**
 * A table that the caller may act on, in one environment.
 *
 * @param isTrial whether what is written is taken back once it is known what it would do
 */
public record OpenTable(ProjectRef project, String environment, LiveTable table, PresentRows permits, boolean isTrial) {
    /** The same, where what is written may be taken back at the end. */
    OpenTable tried(boolean isDryRun) {
        return new OpenTable(project, environment, table, permits, isDryRun);
    }
}
