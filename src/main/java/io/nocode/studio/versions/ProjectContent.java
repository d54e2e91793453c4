package io.nocode.studio.versions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.studio.documents.DraftContent;
import io.nocode.studio.projects.ProjectView;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Gathers a draft into one document: {@code {settings, tables, pages, workflows}}. */
@ApplicationScoped
class ProjectContent {
    @Inject
    private DraftContent drafts;

    ObjectNode of(ProjectView project, List<TableSchema> tables) {
        ObjectNode content = Json.object();
        content.putObject("settings")
                .put("name", project.name())
                .put("slug", project.slug())
                .put("description", project.description())
                .put("icon", project.icon())
                .put("visibility", Json.tree(project.visibility()).asText())
                .put("default_environment", project.defaultEnvironment());
        return content.setAll(drafts.of(project.id(), tables));
    }
}
