package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.util.List;
import java.util.Locale;

/**
 * A row of another table, or of the same one.
 *
 * @param target that table's name
 * @param displayField the target's field that people see instead of the id; empty for none
 * @param reverseName what the target calls the rows that point to it; empty for this table's name
 */
public record RelationType(String target, Kind kind, OnDelete onDelete, String displayField, String reverseName)
        implements IdText {
    /** How many rows of either side belong together. */
    public enum Kind {
        MANY_TO_ONE,
        ONE_TO_ONE,
        MANY_TO_MANY;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What becomes of a row when the row that it points to is deleted. */
    public enum OnDelete {
        RESTRICT("restrict"),
        CASCADE("cascade"),
        SET_NULL("set null");

        private final String sql;

        OnDelete(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final TypeKind KIND = new TypeKind(
            "relation",
            "relation",
            "uuid, foreign key; or a table of links",
            List.of(
                    Option.required("target", "string"),
                    Option.of("kind", "string", "many_to_one"),
                    Option.of("on_delete", "string", "restrict"),
                    Option.of("display_field", "string", ""),
                    Option.of("reverse_name", "string", "")),
            Operator.SAMENESS,
            RelationType::read);

    private static RelationType read(OptionReader options) {
        String target = options.text("target", "", 63);
        if (options.node("target").isMissingNode()) {
            options.refuse("target", "field.required");
        }
        String reverse = options.text("reverse_name", "", 63);
        if (!reverse.isEmpty()) {
            Names.faultOfField(reverse).ifPresent(fault -> options.refuse("reverse_name", fault.key(), fault.words()));
        }
        Kind kind = options.choice("kind", Kind.MANY_TO_ONE, Kind.class);
        return new RelationType(
                target,
                kind,
                // A link goes with the row that it leads to, unless somebody says otherwise.
                options.choice(
                        "on_delete", kind == Kind.MANY_TO_MANY ? OnDelete.CASCADE : OnDelete.RESTRICT, OnDelete.class),
                options.text("display_field", "", 63),
                reverse);
    }

    @Override
    public TypeKind entry() {
        return KIND;
    }

    /** Whether both sides may have many rows: then no column holds it, but a table of links. */
    public boolean isManyToMany() {
        return kind == Kind.MANY_TO_MANY;
    }

    @Override
    public boolean isStored() {
        return !isManyToMany();
    }

    @Override
    public boolean indexable() {
        return !isManyToMany();
    }

    @Override
    public String defaultSql(JsonNode value) {
        throw new ValueFault("field.default.none");
    }

    /** The same relation to a table that has been renamed. */
    public RelationType to(String newTarget) {
        return new RelationType(newTarget, kind, onDelete, displayField, reverseName);
    }

    /** The same relation, showing a field that has been renamed. */
    public RelationType showing(String newDisplayField) {
        return new RelationType(target, kind, onDelete, newDisplayField, reverseName);
    }

    @Override
    public ObjectNode options() {
        return Json.object()
                .put("target", target)
                .put("kind", kind.wireName())
                .put("on_delete", onDelete.wireName())
                .put("display_field", displayField)
                .put("reverse_name", reverseName);
    }
}
