package io.nocode.runtime.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.ValueFault;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of policies: filters of rows that may name the one who asks. They look at all rows and fields, whatever
 * the one who asks may see: it is for the policies to say what that is.
 */
public final class PolicyFilter {
    /** Bounds smaller than those of requests: every request has to bear a policy. */
    private static final FilterParser.Bounds BOUNDS = new FilterParser.Bounds(5, 30);

    private PolicyFilter() {}

    /**
     * What it means on a table for somebody; empty where it names what is not known of them: then it holds for no row,
     * not even when it is negated.
     */
    public static Optional<Condition> of(LiveTable table, ObjectNode filter, Asker asker) {
        if (filter.isEmpty()) {
            return Optional.of(Condition.ANYTHING);
        }
        try {
            Faults faults = new Faults();
            Condition condition = read(table, filter, "filter", asker, faults);
            // It was good when it was stored. Should it not be any more, it opens nothing.
            return faults.isEmpty() ? Optional.of(condition) : Optional.empty();
        } catch (Given.Unknown nobody) {
            return Optional.empty();
        }
    }

    /** Whether it means the same for everybody, at any time. */
    public static boolean isConstant(JsonNode filter) {
        return !filter.toString().contains("\"$");
    }

    /** Blames what is wrong with it, by paths that begin with {@code at}. */
    static void check(LiveTable table, @Nullable ObjectNode filter, String at, Faults faults) {
        if (filter != null) {
            read(table, filter, at, Asker.ANYBODY, faults);
        }
    }

    private static Condition read(LiveTable table, ObjectNode filter, String at, Asker asker, Faults faults) {
        Asked asked = new FilterParser(faults, at, BOUNDS, asker).read(filter);
        return Planner.condition(table, asked, faults);
    }

    /** The same with the names that its fields have now; as it is where one is gone. */
    static ObjectNode renamed(LiveTable before, LiveTable now, ObjectNode filter) {
        ObjectNode renamed = Json.object();
        filter.properties().forEach(property -> {
            String key = property.getKey();
            JsonNode value = property.getValue();
            if (key.equals("not") && value instanceof ObjectNode object) {
                renamed.set(key, renamed(before, now, object));
            } else if (Set.of("or", "and").contains(key) && value.isArray()) {
                var branches = renamed.putArray(key);
                value.forEach(branch ->
                        branches.add(branch instanceof ObjectNode object ? renamed(before, now, object) : branch));
            } else {
                renamed.set(renamed(before, now, key), value);
            }
        });
        return renamed;
    }

    private static String renamed(LiveTable before, LiveTable now, String key) {
        Path path = Path.ofFilter(before, Permits.EVERYTHING, key).orElse(null);
        if (path == null) {
            return key;
        }
        StringBuilder names = new StringBuilder();
        int old = 0;
        LiveTable here = now;
        for (Reach step : path.steps()) {
            Optional<Reach> same = step.in(here);
            if (same.isEmpty()) {
                return key;
            }
            names.append(same.get().name()).append("__");
            old += step.name().length() + 2;
            here = same.get().target();
        }
        if (path.links() != null) {
            int end = old + path.links().name().length();
            return path.links()
                    .in(here)
                    .map(same -> names + same.name() + key.substring(end))
                    .orElse(key);
        }
        Column column = same(here, path.column());
        return column == null
                ? key
                : names
                        + column.name()
                        + key.substring(old + path.column().name().length());
    }

    /** The column that holds the same field. */
    static @Nullable Column same(LiveTable table, Column column) {
        return column.field() == null
                ? table.column(column.name())
                : byId(table, column.field().id());
    }

    private static @Nullable Column byId(LiveTable table, UUID field) {
        return table.byFieldId(field).orElse(null);
    }

    /** A value of a test as the one who asks fills it in. */
    static Given given(JsonNode value, Asker asker) {
        if (value.isTextual() && value.textValue().equals("$now")) {
            return new Given.Now(asker.now());
        }
        JsonNode filled = filled(value, asker);
        return filled == value ? new Given.Json(value) : new Given.Own(filled);
    }

    private static JsonNode filled(JsonNode value, Asker asker) {
        if (value.isArray()) {
            if (isConstant(value)) {
                return value;
            }
            var elements = Json.array();
            value.forEach(element -> elements.add(filled(element, asker)));
            return elements;
        }
        if (!value.isTextual()
                || !value.textValue().startsWith("$user.") && !value.textValue().equals("$now")) {
            return value;
        }
        return switch (value.textValue()) {
            case "$user.id" -> Json.tree(known(asker.id()).toString());
            case "$user.email" -> Json.tree(known(asker.email()));
            case "$user.role" -> Json.tree(asker.role());
            case "$user.teams" -> Json.tree(asker.teams());
            default -> throw new ValueFault("field.policy.value");
        };
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new Given.Unknown();
        }
        return value;
    }
}
