package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.studio.documents.Changes.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two contents of a project: tables and fields by their ids, pages by route or id, components likewise, and
 * workflows by their names.
 */
public final class Comparison {
    private final Map<String, Thing> tables = new LinkedHashMap<>();
    private final Map<String, Thing> fields = new LinkedHashMap<>();
    private final Map<String, Thing> pages = new LinkedHashMap<>();
    private final Map<String, Thing> components = new LinkedHashMap<>();
    private final Map<String, Thing> workflows = new LinkedHashMap<>();
    private final boolean byId;

    private Comparison(JsonNode content, boolean byId) {
        this.byId = byId;
        content.path("tables").forEach(this::table);
        content.path("pages").forEach(this::page);
        content.path("workflows").forEach(this::workflow);
    }

    /**
     * What leads from one content to another.
     *
     * @param byId whether pages and components have ids; else they are known by where they are
     */
    public static Difference of(JsonNode before, JsonNode after, boolean byId) {
        Comparison was = new Comparison(Canonical.form(before), byId);
        Comparison is = new Comparison(Canonical.form(after), byId);
        return new Difference(
                Changes.between(was.tables, is.tables),
                Changes.between(was.fields, is.fields),
                Changes.between(was.pages, is.pages),
                Changes.between(was.components, is.components),
                Changes.between(was.workflows, is.workflows));
    }

    private void table(JsonNode table) {
        String name = table.path("table_name").asText();
        tables.put(table.path("id").asText(), new Thing(name, without(table, "id", "fields_config")));
        table.path("fields_config")
                .forEach(field -> fields.put(
                        field.path("id").asText(),
                        new Thing(name + "." + field.path("name").asText(), without(field, "id"))));
    }

    private void page(JsonNode page) {
        String route = page.path("route").asText();
        pages.put(byId ? page.path("id").asText() : route, new Thing(route, without(page, "id", "components")));
        components(route, route, page.path("components"));
    }

    private void components(String route, String place, JsonNode all) {
        for (int i = 0; i < all.size(); i++) {
            JsonNode component = all.get(i);
            String type = component.path("component_type").asText();
            String here = place + "/" + component.path("slot").asText() + "/" + i;
            ObjectNode own = without(component, "id", "children");
            own.put("place", here);
            components.put(
                    byId ? component.path("id").asText() : here + " " + type, new Thing(route + " " + type, own));
            components(route, here, component.path("children"));
        }
    }

    private void workflow(JsonNode workflow) {
        String name = workflow.path("name").asText();
        String key = name;
        for (int same = 1; workflows.containsKey(key); same++) {
            key = name + "/" + same;
        }
        workflows.put(key, new Thing(name, without(workflow, "name")));
    }

    private static ObjectNode without(JsonNode node, String... names) {
        ObjectNode copy = node.deepCopy();
        copy.remove(List.of(names));
        return copy;
    }

    /** The changes by sort of thing. */
    public record Difference(Changes tables, Changes fields, Changes pages, Changes components, Changes workflows) {
        /** Whether the two are alike. */
        public boolean isEmpty() {
            return tables.isEmpty()
                    && fields.isEmpty()
                    && pages.isEmpty()
                    && components.isEmpty()
                    && workflows.isEmpty();
        }
    }
}
