package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two versions beside the columns of tables: pages, policies, and whatever else a version holds as
 * lists of things with an id or a name.
 */
final class ContentChanges {
    private static final String TABLES = "tables";
    private static final String FIELDS = "fields_config";
    private static final String INDEXES = "indexes";

    private final List<PlanStep> steps = new ArrayList<>();
    /** The tables about which there are statements. */
    private final Set<String> altered;

    private ContentChanges(Set<String> altered) {
        this.altered = altered;
    }

    /**
     * The changes from one content to another.
     *
     * @param now the content of what is live; missing for nothing
     * @param altered the names of the tables that statements change anyway
     */
    static List<PlanStep> between(JsonNode now, JsonNode wanted, Set<String> altered) {
        ContentChanges changes = new ContentChanges(altered);
        names(now, wanted).forEach(name -> changes.part(name, now.path(name), wanted.path(name)));
        return List.copyOf(changes.steps);
    }

    private void part(String name, JsonNode now, JsonNode wanted) {
        if (name.equals(TABLES)) {
            tables(now, wanted);
        } else if (isList(now) || isList(wanted)) {
            list(singular(name), null, now, wanted);
        } else if (!now.equals(wanted)) {
            add(now, wanted, singular(name), null, name);
        }
    }

    private void tables(JsonNode now, JsonNode wanted) {
        Map<String, JsonNode> before = byKey(now);
        byKey(wanted).forEach((id, table) -> {
            JsonNode old = before.get(id);
            String name = table.path("table_name").asText();
            int known = steps.size();
            lists(name, old == null ? table.path("none") : old, table);
            lists(name, old == null ? table.path("none") : old.path("options"), table.path("options"));
            if (old != null && !old.equals(table) && steps.size() == known && !altered.contains(name)) {
                // How it is shown, what is required of values by Java alone.
                add(old, table, "table", name, name);
            }
        });
    }

    /** The lists of a table that are no columns and no indexes: its policies. */
    private void lists(String table, JsonNode now, JsonNode wanted) {
        for (String name : names(now, wanted)) {
            boolean ours = !name.equals(FIELDS) && !name.equals(INDEXES);
            if (ours && (isList(now.path(name)) || isList(wanted.path(name)))) {
                list(singular(name), table, now.path(name), wanted.path(name));
            }
        }
    }

    private void list(String kind, @Nullable String table, JsonNode now, JsonNode wanted) {
        Map<String, JsonNode> before = byKey(now);
        Map<String, JsonNode> after = byKey(wanted);
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            JsonNode was = before.getOrDefault(key, now.path("none"));
            JsonNode is = after.getOrDefault(key, now.path("none"));
            if (!was.equals(is)) {
                JsonNode shown = is.isMissingNode() ? was : is;
                add(was, is, kind, table, shown.path("name").asText(key));
            }
        }
    }

    private void add(JsonNode was, JsonNode is, String kind, @Nullable String table, String name) {
        String verb = was.isMissingNode() ? "add" : is.isMissingNode() ? "remove" : "change";
        steps.add(PlanStep.ofContent(verb, kind, table, name));
    }

    private static boolean isList(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.get(0).isObject();
    }

    private static Map<String, JsonNode> byKey(JsonNode list) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode each = list.get(i);
            byKey.put(each.path("id").asText(each.path("name").asText(String.valueOf(i))), each);
        }
        return byKey;
    }

    private static Set<String> names(JsonNode now, JsonNode wanted) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode node : List.of(now, wanted)) {
            Iterator<String> each = node.fieldNames();
            while (each.hasNext()) {
                names.add(each.next());
            }
        }
        return names;
    }

    private static String singular(String name) {
        return name.endsWith("ies")
                ? name.substring(0, name.length() - 3) + "y"
                : name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }
}
