package io.nocode.studio.documents;

import io.nocode.studio.documents.Comparison.Difference;
import io.nocode.studio.projects.ProjectView;
import io.nocode.studio.tables.PreviewView;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, or has done.
 *
 * @param project the project that was made or changed; for the plan of an update, as it is; null for the plan of a new one
 * @param migration what becomes of the tables, step by step, with the rows that stand against it and the data that go
 */
public record ImportView(
        ImportMode mode,
        @Nullable ProjectView project,
        Changes tables,
        Changes fields,
        Changes pages,
        Changes components,
        Changes workflows,
        PreviewView migration) {
    static ImportView of(ImportMode mode, @Nullable ProjectView project, Difference difference, PreviewView migration) {
        return new ImportView(
                mode,
                project,
                difference.tables(),
                difference.fields(),
                difference.pages(),
                difference.components(),
                difference.workflows(),
                migration);
    }
}
