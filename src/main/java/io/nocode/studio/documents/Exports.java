package io.nocode.studio.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.json.Json;
import io.nocode.studio.components.TreeSets;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectView;
import io.nocode.studio.projects.Projects;
import io.nocode.studio.tables.DraftTables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Writes projects as documents; equal projects give equal bytes, wherever they are. */
@ApplicationScoped
@Transactional
public class Exports {
    @Inject
    private ProjectDirectory directory;

    @Inject
    private Projects projects;

    @Inject
    private DraftTables tables;

    @Inject
    private DraftContent contents;

    /** The document's text, indented, with a line's end at its end. */
    public String text(UUID project) {
        directory.require(project, Action.STUDIO_SEE);
        try {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            return Json.mapper()
                            .writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(lines)
                                    .withArrayIndenter(lines))
                            .writeValueAsString(document(project))
                    + "\n";
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    private JsonNode document(UUID id) {
        ProjectView project = projects.get(id);
        ObjectNode content = contents.of(id, tables.of(id));
        ObjectNode document =
                Json.object().put("format", ProjectDocument.FORMAT).put("format_version", ProjectDocument.VERSION);
        document.putObject("settings")
                .put("name", project.name())
                .put("description", project.description())
                .put("icon", project.icon())
                .set("visibility", Json.tree(project.visibility()));
        ArrayNode all = document.putArray("tables");
        sorted(content.path("tables"), "table_name").forEach(table -> all.add(table(table)));
        ArrayNode pages = document.putArray("pages");
        sorted(content.path("pages"), "route").forEach(page -> pages.add(page(page)));
        document.set("workflows", content.path("workflows"));
        return Canonical.form(document);
    }

    private static ObjectNode table(JsonNode table) {
        ObjectNode anonymous = table.deepCopy();
        anonymous.remove("id");
        // Their order tells their positions.
        anonymous.path("fields_config").forEach(field -> ((ObjectNode) field).remove(List.of("id", "position")));
        anonymous.path("options").path("indexes").forEach(index -> ((ObjectNode) index).remove("id"));
        anonymous.path("policies").forEach(policy -> ((ObjectNode) policy).remove("id"));
        return anonymous;
    }

    private static ObjectNode page(JsonNode page) {
        ObjectNode anonymous = page.deepCopy();
        anonymous.remove("id");
        anonymous.set("components", TreeSets.anonymous(page.path("components")));
        return anonymous;
    }

    private static List<JsonNode> sorted(JsonNode array, String by) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        all.sort(Comparator.comparing(each -> each.path(by).asText()));
        return all;
    }
}
