package io.nocode.studio.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.TableSchema;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The pages of a table that work at once: each leads to the others that are made with it. */
public final class TablePages {
    private static final int MOST_COLUMNS = 8;
    private static final String ID = "{{page.params.id}}";

    private final TableSchema table;
    private final String base;
    private final Set<Kind> kinds;
    private final UnaryOperator<String> words;

    /**
     * Pages of a table.
     *
     * @param base the route of its list
     * @param words tells what is written on buttons, by {@code new, edit, delete, save, back, confirm}
     */
    public TablePages(TableSchema table, String base, Set<Kind> kinds, UnaryOperator<String> words) {
        this.table = table;
        this.base = base;
        this.kinds = kinds;
        this.words = words;
    }

    /** The pages as in a project's document. */
    public ArrayNode pages() {
        ArrayNode pages = Json.array();
        if (kinds.contains(Kind.LIST)) {
            pages.add(page(table.displayName(), base, list()));
        }
        if (kinds.contains(Kind.DETAIL)) {
            pages.add(page(table.displayName() + ": " + words.apply("detail"), base + "/:id", detail()));
        }
        if (kinds.contains(Kind.FORM)) {
            pages.add(page(table.displayName() + ": " + words.apply("new"), base + "/new", form("create")));
            pages.add(page(table.displayName() + ": " + words.apply("edit"), base + "/:id/edit", form("update")));
        }
        return pages;
    }

    private ArrayNode list() {
        ObjectNode config = Json.object()
                .put("table", table.name())
                .put("title", table.displayName())
                .put("page_size", 20)
                .put("searchable", true);
        ArrayNode columns = config.putArray("columns");
        stored().filter(field -> field.display().visibleInList())
                .limit(MOST_COLUMNS)
                .forEach(field -> columns.addObject().put("field", field.name()).put("label", field.label()));
        if (kinds.contains(Kind.DETAIL)) {
            config.putArray("on_row_click").add(navigate(base + "/{{record.id}}"));
        }
        ArrayNode components = Json.array();
        if (kinds.contains(Kind.FORM)) {
            components.add(button("new", "filled", navigate(base + "/new")));
        }
        return components.add(component("DataTable", config));
    }

    private ArrayNode detail() {
        ObjectNode config = Json.object()
                .put("table", table.name())
                .put("title", table.displayName())
                .put("record_id", ID)
                .put("columns", 2);
        ArrayNode fields = config.putArray("fields");
        stored().forEach(field -> fields.add(field.name()));
        ArrayNode components = Json.array().add(component("DetailView", config));
        if (kinds.contains(Kind.FORM)) {
            components.add(button("edit", "filled", navigate(base + "/" + ID + "/edit")));
        }
        ObjectNode delete = Json.object()
                .put("action", "delete_record")
                .put("table", table.name())
                .put("record_id", ID);
        ObjectNode button = kinds.contains(Kind.LIST)
                ? button("delete", "outline", delete, navigate(base))
                : button("delete", "outline", delete);
        button.withObjectProperty("config").put("color", "red").put("confirm", words.apply("confirm"));
        return components.add(button);
    }

    private ArrayNode form(String mode) {
        ObjectNode config = Json.object()
                .put("table", table.name())
                .put("title", table.displayName())
                .put("mode", mode)
                .put("columns", 1)
                .put("submit_label", words.apply("save"));
        if (mode.equals("update")) {
            config.put("record_id", ID);
        }
        ArrayNode fields = config.putArray("fields");
        stored().filter(field -> field.display().visibleInForm()
                        && !field.display().readOnly()
                        && !field.type().isGenerated())
                .forEach(field -> fields.addObject()
                        .put("field", field.name())
                        .put("label", field.label())
                        .put("required", field.required() && !field.hasDefault()));
        if (kinds.contains(Kind.LIST)) {
            config.putArray("on_submit").add(navigate(base));
        }
        return Json.array().add(component("Form", config));
    }

    private Stream<Field> stored() {
        return table.fields().stream().filter(field -> field.type().isStored());
    }

    private ObjectNode button(String word, String variant, JsonNode... actions) {
        ObjectNode config = Json.object()
                .put("label", words.apply(word))
                .put("variant", variant)
                .put("size", "sm");
        config.putArray("on_click").addAll(List.of(actions));
        return component("Button", config);
    }

    private static ObjectNode navigate(String to) {
        return Json.object().put("action", "navigate").put("to", to);
    }

    private static ObjectNode page(String name, String route, ArrayNode components) {
        ObjectNode page = Json.object()
                .put("name", name.length() > 100 ? name.substring(0, 100) : name)
                .put("route", route)
                .put("is_home", false)
                .put("title", name.length() > 200 ? name.substring(0, 200) : name)
                .put("access", "signed_in");
        page.putObject("config");
        return page.set("components", components);
    }

    /** A component of a page itself. */
    public static ObjectNode component(String type, ObjectNode config) {
        ObjectNode component = Json.object().put("component_type", type).put("slot", "main");
        return component.set("config", config);
    }
}
