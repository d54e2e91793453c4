package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A table's options as JSON: {@code {"indexes": [{"id", "fields": ["name", …], "unique", "type"}], "soft_delete",
 * "revisions"}}.
 */
public final class TableOptionsJson {
    private static final int MOST_INDEXES = 30;
    private static final int MOST_FIELDS = 16;

    private TableOptionsJson() {}

    public static ObjectNode write(TableOptions options, List<Field> fields) {
        ObjectNode json = Json.object();
        ArrayNode indexes = json.putArray("indexes");
        options.indexes().forEach(index -> indexes.add(write(index, fields)));
        return json.put("soft_delete", options.softDelete()).put("revisions", options.revisions());
    }

    public static ObjectNode write(TableIndex index, List<Field> fields) {
        ObjectNode json = Json.object().put("id", index.id().toString());
        ArrayNode names = json.putArray("fields");
        index.fields()
                .forEach(id -> fields.stream()
                        .filter(field -> field.id().equals(id))
                        .forEach(field -> names.add(field.name())));
        return json.put("unique", index.unique()).put("type", index.method().wireName());
    }

    /** The options that somebody sends, of a table with these fields; left out means none. */
    public static TableOptions read(JsonNode json, String path, List<Field> fields, Faults faults) {
        return read(json, path, fields, false, faults);
    }

    static TableOptions read(JsonNode json, String path, List<Field> fields, boolean trusted, Faults faults) {
        if (json.isMissingNode() || json.isNull()) {
            return TableOptions.NONE;
        }
        if (!(json instanceof ObjectNode object)) {
            faults.add(path, "field.must_be_object");
            return TableOptions.NONE;
        }
        unknown(object, path, List.of("indexes", "soft_delete", "revisions"), faults);
        List<TableIndex> indexes = new ArrayList<>();
        JsonNode array = object.path("indexes");
        if (array.isArray() && array.size() <= MOST_INDEXES) {
            for (int i = 0; i < array.size(); i++) {
                readIndex(array.get(i), path + ".indexes[" + i + "]", fields, faults)
                        .ifPresent(indexes::add);
            }
        } else if (!array.isMissingNode() && !array.isNull()) {
            faults.add(path + ".indexes", array.isArray() ? "field.too_many" : "field.must_be.array", MOST_INDEXES);
        }
        OptionReader reader = new OptionReader(object, path, faults);
        return new TableOptions(indexes, reader.flag("soft_delete", false), reader.flag("revisions", false));
    }

    /** One index that somebody sends. */
    public static Optional<TableIndex> readIndex(JsonNode json, String path, List<Field> fields, Faults faults) {
        if (!(json instanceof ObjectNode object)) {
            faults.add(path, "field.must_be_object");
            return Optional.empty();
        }
        int before = faults.byField().size();
        unknown(object, path, List.of("id", "fields", "unique", "type"), faults);
        OptionReader reader = new OptionReader(object, path, faults);
        TableIndex.Method method = reader.choice("type", TableIndex.Method.BTREE, TableIndex.Method.class);
        boolean unique = reader.flag("unique", false);
        UUID id = Ids.next();
        String given = reader.text("id", "", 36);
        if (!given.isEmpty()) {
            try {
                id = IdText.uuid(given);
            } catch (ValueFault wrong) {
                reader.refuse("id", "field.must_be.uuid");
            }
        }
        if (unique && method != TableIndex.Method.BTREE) {
            reader.refuse("unique", "field.index.gin_unique");
        }
        List<UUID> columns = columns(reader, method, fields);
        return faults.byField().size() > before
                ? Optional.empty()
                : Optional.of(new TableIndex(id, columns, unique, method));
    }

    private static List<UUID> columns(OptionReader reader, TableIndex.Method method, List<Field> fields) {
        List<UUID> columns = new ArrayList<>();
        JsonNode names = reader.node("fields");
        if (!names.isArray() || names.isEmpty() || names.size() > MOST_FIELDS) {
            reader.refuse("fields", "field.index.fields", MOST_FIELDS);
            return columns;
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).asText();
            Optional<Field> field =
                    fields.stream().filter(each -> each.name().equals(name)).findFirst();
            if (field.isEmpty()) {
                reader.refuse("fields[" + i + "]", "field.not_found");
            } else if (columns.contains(field.get().id())) {
                reader.refuse("fields[" + i + "]", "field.duplicate");
            } else if (method.takes(field.get().type())) {
                columns.add(field.get().id());
            } else {
                reader.refuse(
                        "fields[" + i + "]",
                        "field.not_indexable",
                        field.get().type().name());
            }
        }
        return columns;
    }

    private static void unknown(ObjectNode object, String path, List<String> known, Faults faults) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.unknown(path.isEmpty() ? name : path + "." + name);
            }
        });
    }
}
