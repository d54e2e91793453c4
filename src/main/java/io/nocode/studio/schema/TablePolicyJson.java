package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.json.TextCheck;
import io.nocode.shared.problem.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Policies as JSON: {@code {id, role, action, filter, check, fields}}. What filters mean is not looked at here. */
public final class TablePolicyJson {
    /** How many policies a table may have. */
    public static final int MOST = 50;

    private static final Set<String> KNOWN = Set.of("id", "role", "action", "filter", "check", "fields");
    private static final Set<String> ROLES = Set.of("VIEWER", "MEMBER", "CLIENT");
    private static final Pattern OWN_ROLE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private TablePolicyJson() {}

    public static ObjectNode write(TablePolicy policy) {
        ObjectNode json = Json.object()
                .put("id", policy.id().toString())
                .put("role", policy.role())
                .put("action", policy.act().wireName());
        json.set("filter", policy.filter());
        json.set("check", policy.check());
        if (policy.fields() == null) {
            json.putNull("fields");
        } else {
            policy.fields().forEach(json.putArray("fields")::add);
        }
        return json;
    }

    public static ArrayNode writeAll(List<TablePolicy> policies) {
        ArrayNode all = Json.array();
        policies.forEach(policy -> all.add(write(policy)));
        return all;
    }

    /** The policies that somebody sends for a table with these fields; left out means none. */
    public static List<TablePolicy> readAll(JsonNode array, String path, List<Field> fields, Faults faults) {
        List<TablePolicy> policies = new ArrayList<>();
        if (array.isMissingNode() || array.isNull()) {
            return policies;
        }
        if (!array.isArray() || array.size() > MOST) {
            faults.add(path, array.isArray() ? "field.too_many" : "field.must_be.array", MOST);
            return policies;
        }
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String place = path + "[" + i + "]";
            read(array.get(i), place, fields, faults).ifPresent(policy -> {
                if (ids.add(policy.id())) {
                    policies.add(policy);
                } else {
                    faults.add(place + ".id", "field.duplicate");
                }
            });
        }
        return policies;
    }

    /** One policy that somebody sends. */
    public static Optional<TablePolicy> read(JsonNode json, String path, List<Field> fields, Faults faults) {
        if (!(json instanceof ObjectNode object)) {
            faults.add(path.isEmpty() ? "body" : path, "field.must_be_object");
            return Optional.empty();
        }
        int before = faults.byField().size();
        object.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                faults.unknown(path.isEmpty() ? name : path + "." + name);
            }
        });
        TextCheck.check(object, path, faults);
        OptionReader reader = new OptionReader(object, path, faults);
        UUID id = id(reader);
        String role = reader.text("role", "", 63);
        if (!ROLES.contains(role) && !OWN_ROLE.matcher(role).matches()) {
            reader.refuse("role", "field.policy.role");
        }
        Optional<Act> act = Act.named(reader.text("action", "", 63));
        if (act.isEmpty()) {
            reader.refuse("action", "field.must_be.one_of", "read, create, update, delete");
        }
        ObjectNode filter = condition(reader, "filter");
        ObjectNode check = condition(reader, "check");
        if (check != null && act.isPresent() && !act.get().writes()) {
            reader.refuse("check", "field.policy.check");
        }
        List<String> named = fields(reader, act.orElse(Act.READ), fields);
        return faults.byField().size() > before
                ? Optional.empty()
                : Optional.of(new TablePolicy(
                        id, role, act.orElseThrow(), filter == null ? Json.object() : filter, check, named));
    }

    private static UUID id(OptionReader reader) {
        String given = reader.text("id", "", 36);
        try {
            return given.isEmpty() ? Ids.next() : IdText.uuid(given);
        } catch (ValueFault wrong) {
            reader.refuse("id", "field.must_be.uuid");
            return Ids.next();
        }
    }

    private static @Nullable ObjectNode condition(OptionReader reader, String name) {
        JsonNode given = reader.node(name);
        if (given instanceof ObjectNode object) {
            return object.deepCopy();
        }
        if (!given.isMissingNode()) {
            reader.refuse(name, "field.must_be_object");
        }
        return null;
    }

    private static @Nullable List<String> fields(OptionReader reader, Act act, List<Field> fields) {
        JsonNode given = reader.node("fields");
        if (given.isMissingNode()) {
            return null;
        }
        if (!given.isArray()) {
            reader.refuse("fields", "field.must_be.array");
            return null;
        }
        if (act == Act.DELETE) {
            reader.refuse("fields", "field.policy.fields");
            return null;
        }
        List<String> named = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String place = "fields[" + i + "]";
            String name = given.get(i).isTextual() ? given.get(i).textValue() : "";
            Optional<Field> field =
                    fields.stream().filter(each -> each.name().equals(name)).findFirst();
            if (field.isEmpty() && !Names.SYSTEM_COLUMNS.contains(name)) {
                reader.refuse(place, "field.not_found");
            } else if (named.contains(name)) {
                reader.refuse(place, "field.duplicate");
            } else if (act.writes() && (field.isEmpty() || field.get().type().isGenerated())) {
                reader.refuse(place, "field.server_owned");
            } else {
                named.add(name);
            }
        }
        return named;
    }
}
