package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.studio.components.TreeSets;
import io.nocode.studio.pages.PageSets;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.TableSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Makes a draft what somebody wants it to be, all of it or nothing. The caller holds the project's lock. */
@ApplicationScoped
public class DraftWriter {
    @Inject
    private TableSets tables;

    @Inject
    private PageSets pages;

    @Inject
    private TreeSets trees;

    @Inject
    private Drafts drafts;

    /**
     * Writes tables and pages.
     *
     * @param wantedPages each with its tree of components; an id is kept, without one there will be a new one
     * @return the id of the migration
     */
    public UUID write(
            ProjectRef project, List<TableSchema> wantedTables, ArrayNode wantedPages, boolean allowDataLoss) {
        UUID migration = tables.become(project, wantedTables, allowDataLoss);
        List<UUID> ids = pages.replace(project.id(), wantedPages);
        int i = 0;
        for (JsonNode page : wantedPages) {
            trees.fill(ids.get(i++), page.path("components"));
        }
        drafts.revise(project.id());
        return migration;
    }
}
