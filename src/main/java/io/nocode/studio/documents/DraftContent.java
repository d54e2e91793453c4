package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.studio.components.Component;
import io.nocode.studio.components.ComponentRepository;
import io.nocode.studio.components.ComponentView;
import io.nocode.studio.components.Trees;
import io.nocode.studio.pages.Page;
import io.nocode.studio.pages.PageRepository;
import io.nocode.studio.pages.PageView;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Gathers what is designed: {@code {tables, pages, workflows}}, tables and pages with their ids, workflows as the
 * project's document has them.
 */
@ApplicationScoped
public class DraftContent {
    @Inject
    private PageRepository pages;

    @Inject
    private ComponentRepository components;

    @Inject
    private Instance<ProjectPart> parts;

    /** The content of a draft with these tables. */
    public ObjectNode of(UUID project, List<TableSchema> tables) {
        ObjectNode content = Json.object();
        content.set("tables", TableSchemaJson.writeAll(tables));
        ArrayNode all = content.putArray("pages");
        pages.of(project).forEach(page -> all.add(page(page)));
        content.set("workflows", workflows(project));
        return content;
    }

    private ArrayNode workflows(UUID project) {
        ArrayNode all = Json.array();
        parts.forEach(part -> all.addAll(part.export(project)));
        return all;
    }

    private ObjectNode page(Page page) {
        PageView view = page.view();
        ObjectNode json = Json.object()
                .put("id", view.id().toString())
                .put("name", view.name())
                .put("route", view.route())
                .put("is_home", view.isHome())
                .put("title", view.title())
                .put("access", view.access());
        json.set("config", view.config());
        json.set(
                "components",
                trees(Trees.of(
                        components.of(view.id()).stream().map(Component::view).toList())));
        return json;
    }

    /** Trees of components as they stand in a content. */
    public static ArrayNode trees(List<ComponentView> components) {
        ArrayNode all = Json.array();
        for (ComponentView component : components) {
            ObjectNode json = all.addObject()
                    .put("id", component.id().toString())
                    .put("component_type", component.componentType())
                    .put("slot", component.slot());
            json.set("position", Json.tree(component.position()));
            json.set("config", component.config());
            json.set("style", component.style());
            json.put("visible_if", component.visibleIf());
            json.set("children", trees(component.children() == null ? List.of() : component.children()));
        }
        return all;
    }
}
