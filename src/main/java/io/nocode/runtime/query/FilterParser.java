package io.nocode.runtime.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.ValueFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code filters} parameter, and {@code having}. What it takes is bounded, so that no filter is a burden. */
final class FilterParser {
    static final int MAX_DEPTH = 10;
    static final int MAX_TESTS = 100;
    static final int MAX_KEY = 300;

    /** How deep conditions may nest, and how many there may be. */
    record Bounds(int depth, int tests) {}

    private static final Bounds OF_REQUESTS = new Bounds(MAX_DEPTH, MAX_TESTS);

    private final Faults faults;
    private final String parameter;
    private final Bounds bounds;
    private final @Nullable Asker asker;
    private int tests;

    FilterParser(Faults faults, String parameter) {
        this(faults, parameter, OF_REQUESTS, null);
    }

    /**
     * A reader of policies.
     *
     * @param asker whom values may name; null where they may name nobody
     */
    FilterParser(Faults faults, String parameter, Bounds bounds, @Nullable Asker asker) {
        this.faults = faults;
        this.parameter = parameter;
        this.bounds = bounds;
        this.asker = asker;
    }

    /** The filter that a JSON text means; ANYTHING where it is at fault. */
    Asked parse(String text) {
        JsonNode tree;
        try {
            tree = Json.mapper().readTree(text);
        } catch (JsonProcessingException broken) {
            faults.add(parameter, "field.filters_json");
            return Asked.ANYTHING;
        }
        return read(tree);
    }

    /** The filter that a tree means; ANYTHING where it is at fault. */
    Asked read(JsonNode tree) {
        return object(tree, parameter, 1);
    }

    /** A plain parameter, such as {@code price__gte=10}. */
    Asked plain(String name, String value) {
        return test(name, new Given.Text(value), name);
    }

    private Asked object(JsonNode tree, String at, int depth) {
        if (!tree.isObject()) {
            faults.add(at, "field.must_be_object");
            return Asked.ANYTHING;
        }
        if (depth > bounds.depth()) {
            faults.add(parameter, "field.filters_too_deep", bounds.depth());
            return Asked.ANYTHING;
        }
        List<Asked> parts = new ArrayList<>();
        tree.properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = property.getValue();
            String here = at + "." + name;
            if (name.equals("not") && value.isObject()) {
                parts.add(new Asked.Not(object(value, here, depth + 1)));
            } else if ((name.equals("or") || name.equals("and")) && value.isArray()) {
                List<Asked> branches = branches(value, here, depth + 1);
                parts.add(name.equals("or") ? new Asked.Any(branches) : new Asked.All(branches));
            } else {
                parts.add(test(name, value, here));
            }
        });
        return parts.size() == 1 ? parts.get(0) : new Asked.All(parts);
    }

    private List<Asked> branches(JsonNode list, String at, int depth) {
        List<Asked> branches = new ArrayList<>();
        for (int i = 0; i < list.size() && i <= bounds.tests(); i++) {
            branches.add(object(list.get(i), at + "[" + i + "]", depth));
        }
        if (list.size() > bounds.tests()) {
            faults.add(parameter, "field.filters_too_many", bounds.tests());
        }
        return branches;
    }

    private Asked test(String key, JsonNode value, String at) {
        try {
            return test(key, asker == null ? new Given.Json(value) : PolicyFilter.given(value, asker), at);
        } catch (ValueFault wrong) {
            faults.add(at, wrong.fault().key(), wrong.fault().words());
            return Asked.ANYTHING;
        }
    }

    private Asked test(String key, Given given, String at) {
        if (++tests > bounds.tests()) {
            faults.add(parameter, "field.filters_too_many", bounds.tests());
        }
        if (key.length() > MAX_KEY) {
            faults.add(parameter, "field.unknown_name", key.substring(0, 63) + "…");
            return Asked.ANYTHING;
        }
        return new Asked.Test(key, given, at);
    }
}
