package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whole trees of components, judged and put on a page. */
@ApplicationScoped
public class TreeSets {
    private static final Set<String> PROPERTIES =
            Set.of("id", "component_type", "slot", "position", "config", "style", "visible_if", "children");

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Blames what is wrong with the trees of a page that somebody sends. */
    public static void check(JsonNode trees, String path, Faults faults) {
        check(trees, null, 1, path, faults);
    }

    private static void check(JsonNode trees, @Nullable ComponentType parent, int depth, String path, Faults faults) {
        if (trees.isMissingNode() || trees.isNull()) {
            return;
        }
        if (!trees.isArray()) {
            faults.add(path, "field.must_be.array");
            return;
        }
        if (depth > Placement.MOST_DEEP) {
            faults.add(path, "field.too_deep", Placement.MOST_DEEP);
            return;
        }
        for (int i = 0; i < trees.size(); i++) {
            component(trees.get(i), parent, depth, path + "[" + i + "]", faults);
        }
    }

    private static void component(
            JsonNode component, @Nullable ComponentType parent, int depth, String path, Faults faults) {
        if (!component.isObject()) {
            faults.add(path, "field.must_be_object");
            return;
        }
        component.fieldNames().forEachRemaining(name -> {
            if (!PROPERTIES.contains(name)) {
                faults.unknown(path + "." + name);
            }
        });
        ComponentType type =
                ComponentTypes.named(component.path("component_type").asText()).orElse(null);
        if (type == null) {
            faults.add(path + ".component_type", "field.component_type");
            return;
        }
        if (!Placement.fits(parent, component.path("slot").asText())) {
            faults.add(path + ".slot", "field.not_found");
        }
        ConfigCheck.check(type, config(component), path + ".config", faults);
        try {
            Json.as(position(component), Position.class);
        } catch (IllegalArgumentException wrong) {
            faults.add(path + ".position", "field.must_be.object");
        }
        check(component.path("children"), type, depth + 1, path + ".children", faults);
    }

    /** Puts trees that are known to be good on an empty page; a component's id is kept where it has one. */
    public void fill(UUID page, JsonNode trees) {
        put(page, null, trees);
    }

    private void put(UUID page, @Nullable UUID parent, JsonNode trees) {
        Map<String, Integer> places = new HashMap<>();
        for (JsonNode component : trees) {
            String slot = component.path("slot").asText();
            String known = component.path("id").asText();
            UUID id = known.isEmpty() ? Ids.next() : UUID.fromString(known);
            database.update(Sql.of(
                    "insert into component (id, page_id, parent_id, slot, place, component_type, position, config,"
                            + " style, visible_if, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    page,
                    parent,
                    slot,
                    places.merge(slot, 1, Integer::sum) - 1,
                    component.path("component_type").asText(),
                    position(component),
                    config(component),
                    component.path("style").isObject() ? component.path("style") : Json.object(),
                    component.path("visible_if").isTextual()
                            ? component.path("visible_if").textValue()
                            : null,
                    clock.instant(),
                    clock.instant()));
            put(page, id, component.path("children"));
        }
    }

    private static JsonNode config(JsonNode component) {
        JsonNode config = component.path("config");
        return config.isMissingNode() || config.isNull() ? Json.object() : config;
    }

    private static JsonNode position(JsonNode component) {
        JsonNode position = component.path("position");
        return position.isMissingNode() || position.isNull() ? Json.object() : position;
    }

    /** The trees without their ids. */
    public static ArrayNode anonymous(JsonNode trees) {
        ArrayNode all = Json.array();
        for (JsonNode component : trees) {
            com.fasterxml.jackson.databind.node.ObjectNode copy = component.deepCopy();
            copy.remove("id");
            all.add(copy.set("children", anonymous(component.path("children"))));
        }
        return all;
    }
}
