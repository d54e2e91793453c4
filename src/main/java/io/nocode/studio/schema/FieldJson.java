package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One element of {@code fields_config}: its attributes, and the options of its type beside them. */
public final class FieldJson {
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "label",
            "type",
            "required",
            "unique",
            "default",
            "indexed",
            "description",
            "placeholder",
            "help_text",
            "visible_in_list",
            "visible_in_form",
            "read_only",
            "position");

    private FieldJson() {}

    public static ObjectNode write(Field field) {
        FieldDisplay display = field.display();
        ObjectNode json = Json.object()
                .put("id", field.id().toString())
                .put("name", field.name())
                .put("label", field.label())
                .put("type", field.type().name())
                .put("required", field.required())
                .put("unique", field.unique());
        json.set("default", field.defaultValue());
        json.put("indexed", field.indexed())
                .put("description", display.description())
                .put("placeholder", display.placeholder())
                .put("help_text", display.helpText())
                .put("visible_in_list", display.visibleInList())
                .put("visible_in_form", display.visibleInForm())
                .put("read_only", display.readOnly())
                .put("position", field.position());
        return json.setAll(field.type().options());
    }

    /**
     * Reads a field that somebody sends.
     *
     * @param known the table's fields now: one with the same id, or without an id the same name, is meant
     * @param trusted whether a new id is taken as it is
     * @return null where it has a fault, which {@code faults} then names by path
     */
    static @Nullable Field read(
            JsonNode json, String path, int place, List<Field> known, boolean trusted, Faults faults) {
        if (!(json instanceof ObjectNode object)) {
            faults.add(path, "field.must_be_object");
            return null;
        }
        int before = faults.byField().size();
        OptionReader reader = new OptionReader(object, path, faults);
        String name = name(reader);
        UUID id = id(reader, name, known, trusted);
        FieldType type = type(reader, object);
        boolean required = reader.flag("required", false);
        boolean unique = reader.flag("unique", false);
        boolean indexed = reader.flag("indexed", false);
        JsonNode defaultValue = object.path("default").isMissingNode() ? NullNode.instance : object.path("default");
        FieldDisplay display = new FieldDisplay(
                reader.text("description", "", 2000),
                reader.text("placeholder", "", 500),
                reader.text("help_text", "", 2000),
                reader.flag("visible_in_list", true),
                reader.flag("visible_in_form", true),
                reader.flag("read_only", false));
        String label = reader.text("label", "", 200);
        int position = reader.integer("position", place, 0, 100_000);
        if (type != null) {
            judge(reader, type, required, unique, indexed, defaultValue);
        }
        if (type == null || faults.byField().size() > before) {
            return null;
        }
        return new Field(
                id,
                name,
                label.isBlank() ? Names.label(name) : label,
                type,
                required,
                unique,
                indexed,
                defaultValue,
                display,
                position);
    }

    private static String name(OptionReader reader) {
        if (reader.node("name").isMissingNode()) {
            reader.refuse("name", "field.required");
            return "";
        }
        String name = reader.text("name", "", 10_000);
        if (reader.node("name").isTextual()) {
            Names.faultOfField(name).ifPresent(fault -> reader.refuse("name", fault.key(), fault.words()));
        }
        return name;
    }

    private static UUID id(OptionReader reader, String name, List<Field> known, boolean trusted) {
        String given = reader.text("id", "", 36);
        if (given.isEmpty()) {
            return known.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .map(Field::id)
                    .orElseGet(Ids::next);
        }
        try {
            UUID id = IdText.uuid(given);
            if (trusted || known.stream().anyMatch(field -> field.id().equals(id))) {
                return id;
            }
            reader.refuse("id", "field.not_found");
        } catch (ValueFault wrong) {
            reader.refuse("id", "field.must_be.uuid");
        }
        return Ids.next();
    }

    private static @Nullable FieldType type(OptionReader reader, ObjectNode object) {
        if (reader.node("type").isMissingNode()) {
            reader.refuse("type", "field.required");
            return null;
        }
        String typeName = reader.text("type", "", 63);
        Optional<TypeKind> kind = FieldTypes.named(typeName);
        if (kind.isEmpty()) {
            reader.refuse("type", "field.type.unknown", String.join(", ", names()));
            return null;
        }
        Set<String> known = new HashSet<>(ATTRIBUTES);
        kind.get().options().forEach(option -> known.add(option.name()));
        object.fieldNames().forEachRemaining(property -> {
            if (!known.contains(property)) {
                reader.faults().unknown(reader.pathOf(property));
            }
        });
        return kind.get().make().apply(reader);
    }

    private static void judge(
            OptionReader reader,
            FieldType type,
            boolean required,
            boolean unique,
            boolean indexed,
            JsonNode defaultValue) {
        // Whether a formula's values can be is known with the other fields.
        boolean indexable = type.indexable() || type instanceof FormulaType;
        if (unique && !indexable) {
            reader.refuse("unique", "field.not_indexable", type.name());
        }
        if (indexed && !indexable) {
            reader.refuse("indexed", "field.not_indexable", type.name());
        }
        if (required
                && type instanceof RelationType relation
                && relation.onDelete() == RelationType.OnDelete.SET_NULL) {
            reader.refuse("on_delete", "field.relation.set_null_required");
        }
        if (required && type instanceof FilesType) {
            reader.refuse("required", "field.files.required");
        }
        if (required && (type.isGenerated() || !type.isStored())) {
            reader.refuse("required", "field.generated", type.name());
        }
        if (!defaultValue.isNull() && (type.isGenerated() || !type.isStored())) {
            reader.refuse("default", "field.default.none");
            return;
        }
        if (defaultValue.isNull()) {
            return;
        }
        try {
            type.defaultSql(defaultValue);
        } catch (ValueFault fault) {
            reader.refuse("default", fault.fault().key(), fault.fault().words());
        }
    }

    private static List<String> names() {
        return FieldTypes.all().stream().map(TypeKind::name).toList();
    }
}
