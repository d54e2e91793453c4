package io.nocode.runtime.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code filters} parameter, and {@code having}. What it takes is bounded, so that no filter is a burden. */
final class FilterParser {
    static final int MAX_DEPTH = 10;
    static final int MAX_TESTS = 100;
    static final int MAX_KEY = 300;

    private final Faults faults;
    private final String parameter;
    private int tests;

    FilterParser(Faults faults, String parameter) {
        this.faults = faults;
        this.parameter = parameter;
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
        if (depth > MAX_DEPTH) {
            faults.add(parameter, "field.filters_too_deep", MAX_DEPTH);
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
                parts.add(test(name, new Given.Json(value), here));
            }
        });
        return parts.size() == 1 ? parts.get(0) : new Asked.All(parts);
    }

    private List<Asked> branches(JsonNode list, String at, int depth) {
        List<Asked> branches = new ArrayList<>();
        for (int i = 0; i < list.size() && i <= MAX_TESTS; i++) {
            branches.add(object(list.get(i), at + "[" + i + "]", depth));
        }
        if (list.size() > MAX_TESTS) {
            faults.add(parameter, "field.filters_too_many", MAX_TESTS);
        }
        return branches;
    }

    private Asked test(String key, Given given, String at) {
        if (++tests > MAX_TESTS) {
            faults.add(parameter, "field.filters_too_many", MAX_TESTS);
        }
        if (key.length() > MAX_KEY) {
            faults.add(parameter, "field.unknown_name", key.substring(0, 63) + "…");
            return Asked.ANYTHING;
        }
        return new Asked.Test(key, given, at);
    }
}
