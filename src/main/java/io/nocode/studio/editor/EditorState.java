package io.nocode.studio.editor;

import io.nocode.studio.projects.ProjectView;
import io.nocode.studio.tables.SchemaView;
import java.util.List;

/**
 * A whole draft.
 *
 * @param catalogueVersion of the component types
 * @param revision what a batch of changes builds upon
 */
public record EditorState(
        ProjectView project,
        List<EditorPage> pages,
        List<SchemaView> schemas,
        String catalogueVersion,
        long revision,
        Statistics statistics) {
    /** How much there is. */
    public record Statistics(int pagesCount, int componentsCount, int tablesCount) {}
}
