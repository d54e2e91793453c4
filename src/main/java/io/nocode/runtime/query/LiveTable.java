package io.nocode.runtime.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.CreateRevisions;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is in an environment now. Immutable but for what it remembers: when the table changes
 * there is a new one, so they need no version of their own.
 */
public final class LiveTable {
    private static final int MAX_TEXTS = 500;
    private static final Condition PRESENT =
            new Condition.Leaf(Condition.HERE + ".\"" + Column.DELETED_AT + "\" is null", List.of());
    private static final Condition DELETED =
            new Condition.Leaf(Condition.HERE + ".\"" + Column.DELETED_AT + "\" is not null", List.of());

    private final TableSchema schema;
    private final Identifier pgSchema;
    private final String quoted;
    private final Column id;
    private final List<Column> columns;
    private final Map<String, Column> byName;
    private final String search;
    private final String fingerprint;
    private final Map<String, LiveTable> environment;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<ObjectNode, Optional<Condition>> constants = new ConcurrentHashMap<>();

    private LiveTable(TableSchema schema, Identifier pgSchema, Place place, Map<String, LiveTable> environment) {
        this.schema = schema;
        this.pgSchema = pgSchema;
        this.quoted = pgSchema.quoted() + "." + schema.table().quoted();
        this.environment = environment;
        this.id = Column.id();
        List<Column> all = new ArrayList<>();
        all.add(id);
        for (Field field : schema.fields()) {
            if (field.type().isStored()) {
                all.add(place.column(schema, Column.of(field, all.size())));
            }
        }
        all.addAll(Column.keptByServer(all.size(), schema.options().softDelete()));
        this.columns = List.copyOf(all);
        this.byName = columns.stream().collect(Collectors.toUnmodifiableMap(Column::name, column -> column));
        this.search = search(columns);
        this.fingerprint =
                Integer.toHexString(TableSchemaJson.write(schema).toString().hashCode());
    }

    /**
     * Where the rows of an environment are asked for.
     *
     * @param tables such as {@code /api/v1/runtime/projects/…/tables/}
     */
    public record Place(String tables, String environment) {
        static final Place NOWHERE = new Place("", "");

        private Column column(TableSchema schema, Column column) {
            return column.isFiles() && !tables.isEmpty()
                    ? column.withFilesAt(tables + schema.name() + "/", environment)
                    : column;
        }
    }

    /** The tables of one environment by their names; they know each other, and not where they are asked for. */
    public static Map<String, LiveTable> all(Identifier pgSchema, List<TableSchema> schemas) {
        return all(pgSchema, Place.NOWHERE, schemas);
    }

    /** The tables of one environment by their names; they know each other. */
    public static Map<String, LiveTable> all(Identifier pgSchema, Place place, List<TableSchema> schemas) {
        Map<String, LiveTable> environment = new LinkedHashMap<>();
        schemas.forEach(schema -> environment.put(schema.name(), new LiveTable(schema, pgSchema, place, environment)));
        return java.util.Collections.unmodifiableMap(environment);
    }

    public TableSchema schema() {
        return schema;
    }

    public String name() {
        return schema.name();
    }

    /** Its whole name as SQL. */
    public String quoted() {
        return quoted;
    }

    /** The whole name as SQL of a table that stands beside it. */
    String beside(Identifier other) {
        return pgSchema.quoted() + "." + other.quoted();
    }

    public Column id() {
        return id;
    }

    /** Every column in the order of an answer: the id, the fields, what the server keeps. */
    public List<Column> columns() {
        return columns;
    }

    public @Nullable Column column(String name) {
        return byName.get(name);
    }

    /** Whether deleted rows are kept out of sight. */
    public boolean deletesSoftly() {
        return schema.options().softDelete();
    }

    /** Whether every change of a row is kept. */
    public boolean keepsRevisions() {
        return schema.options().revisions();
    }

    /** The rows that are there: all, but for those that are deleted softly. */
    public Condition present() {
        return deletesSoftly() ? PRESENT : Condition.ANYTHING;
    }

    /** The rows that are deleted softly. */
    public Condition deleted() {
        return deletesSoftly() ? DELETED : new Condition.Some(List.of());
    }

    /** The whole name as SQL of the table that holds its rows' history. */
    public String history() {
        return beside(CreateRevisions.table(schema));
    }

    /** The columns that search looks at, as the arguments of a function of SQL; empty for none. */
    String search(Permits permits) {
        return permits.isWhole(this)
                ? search
                : search(columns.stream()
                        .filter(column -> permits.reads(this, column))
                        .toList());
    }

    private static String search(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.type().searchable())
                .map(column -> Condition.HERE + "." + column.quoted())
                .collect(Collectors.joining(", "));
    }

    /** Changes whenever the form of a row may have changed. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The table that a relation points to. */
    public Optional<LiveTable> target(Column relation) {
        return Optional.ofNullable(relation.target()).map(environment::get);
    }

    /** The tables of its environment. */
    public Map<String, LiveTable> neighbours() {
        return environment;
    }

    /** The field of that id. */
    public Optional<Column> byFieldId(UUID fieldId) {
        return schema.field(fieldId).map(field -> byName.get(field.name()));
    }

    /** What a filter of its policies means for somebody; remembered where it means the same for everybody. */
    public Optional<Condition> policy(ObjectNode filter, Asker asker) {
        if (filter.isEmpty()) {
            return Optional.of(Condition.ANYTHING);
        }
        Optional<Condition> known = constants.get(filter);
        if (known != null) {
            return known;
        }
        Optional<Condition> condition = PolicyFilter.of(this, filter, asker);
        if (PolicyFilter.isConstant(filter)) {
            constants.put(filter, condition);
        }
        return condition;
    }

    /** The text of SQL for a shape; made once. */
    String text(String shape, Supplier<String> render) {
        String known = texts.get(shape);
        if (known != null) {
            return known;
        }
        if (texts.size() >= MAX_TEXTS) {
            // Shapes are made by callers: whoever makes many costs rendering, not memory.
            texts.clear();
        }
        String text = render.get();
        texts.put(shape, text);
        return text;
    }
}
