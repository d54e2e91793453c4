package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the rows that a change could not take, asked of the tables as they are now: nothing is locked, and nobody waits.
 * Fields are called by their new names, values told as they are.
 */
public final class FitCheck {
    /**
     * Values that Java has to judge.
     *
     * @param query gives the columns {@code id} and {@code value}, the JSON as text
     */
    public record Shapes(String table, String field, String query, FieldType type) {}

    private final Identifier pgSchema;
    private final Map<UUID, TableSchema> before;
    private final List<TableSchema> after;
    private final List<Ddl.Misfit> misfits = new ArrayList<>();
    private final List<Shapes> shapes = new ArrayList<>();

    private FitCheck(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        this.pgSchema = pgSchema;
        this.before = now.stream().collect(Collectors.toMap(TableSchema::id, Function.identity()));
        this.after = wanted;
    }

    /** What to ask of the tables as they are now. */
    public static FitCheck of(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        FitCheck check = new FitCheck(pgSchema, now, wanted);
        wanted.forEach(table -> {
            TableSchema old = check.before.get(table.id());
            if (old != null && !old.equals(table)) {
                check.table(old, table);
            }
        });
        return check;
    }

    public List<Ddl.Misfit> misfits() {
        return misfits;
    }

    public List<Shapes> shapes() {
        return shapes;
    }

    private void table(TableSchema old, TableSchema table) {
        for (Field is : table.fields()) {
            Optional<Field> was = old.field(is.id());
            if (was.isEmpty() || Storage.change(was.get(), is) == Storage.REPLACED) {
                added(old, table, is);
            } else if (Storage.change(was.get(), is) == Storage.TO_COLUMN) {
                fromLinks(old, table, was.get(), is);
            } else if (was.get().type().isStored() && is.type().isStored()) {
                changed(old, table, was.get(), is);
            }
        }
        table.options().indexes().stream()
                .filter(index -> index.unique() && !old.options().indexes().contains(index))
                .forEach(index -> together(old, table, index));
    }

    private void added(TableSchema old, TableSchema table, Field is) {
        if (!is.type().isStored() || is.type().isGenerated()) {
            return;
        }
        if (is.required() && !is.hasDefault()) {
            misfit(table, is, "select id, null::text as value from " + name(old));
        } else if (is.isUnique()
                && is.hasDefault()
                && !is.defaultValue().asText().equals("AUTO")) {
            misfit(
                    table,
                    is,
                    "select id, null::text as value from " + name(old) + " where (select count(*) from (select 1"
                            + " from " + present(old) + " limit 2) two) > 1");
        }
    }

    private void fromLinks(TableSchema old, TableSchema table, Field was, Field is) {
        String links = Ddl.name(pgSchema, CreateLinks.table(was));
        misfit(
                table,
                is,
                "select source_id as id, string_agg(target_id::text, ', ') as value from " + links
                        + " group by source_id having count(*) > 1");
        if (is.required()) {
            misfit(
                    table,
                    is,
                    "select t.id, null::text as value from " + name(old) + " t where not exists (select 1 from " + links
                            + " l where l.source_id = t.id)");
        }
    }

    private void changed(TableSchema old, TableSchema table, Field was, Field is) {
        boolean converted = Conversion.isNeeded(was.type(), is.type());
        String from = " from (select id, " + was.column() + "::text as value, " + value(was, is) + " as " + is.column()
                + " from " + name(old) + ") t ";
        String select = "select t.id, t.value" + from;
        String present = from.replace(" from " + name(old) + ")", " from " + present(old) + ")");
        if (converted) {
            misfit(table, is, select + "where t.value is not null and t." + is.column() + " is null");
        }
        boolean wasRequired = was.required() || was.type() instanceof AutonumberType;
        if (!wasRequired && (is.required() || is.type() instanceof AutonumberType)) {
            misfit(table, is, select + "where t.value is null");
        }
        String check = is.check();
        if (!check.isEmpty()
                && (converted
                        || !String.join("", is.type().checks(is.column()))
                                .equals(String.join("", was.type().checks(is.column()))))) {
            misfit(table, is, select + "where not (" + check + ")");
        }
        if (is.isUnique() && (converted || !was.isUnique())) {
            misfit(
                    table,
                    is,
                    "select u.id, u.value from (select t.*, count(*) over (partition by t." + is.column() + ") as _same"
                            + present + "where t." + is.column() + " is not null) u where u._same > 1");
        }
        if (is.type() instanceof RelationType relation && !leadsSame(old, was, relation)) {
            misfit(
                    table,
                    is,
                    select + "where t." + is.column() + " is not null"
                            + target(relation)
                                    .map(name -> " and not exists (select 1 from " + name + " r where r.id = t."
                                            + is.column() + ")")
                                    .orElse(""));
        }
        if (is.type() instanceof JsonType json
                && json.shape() != null
                && !is.type().equals(was.type())) {
            shapes.add(new Shapes(
                    table.name(),
                    is.name(),
                    "select t.id, t." + is.column() + "::text as value" + from + "where t." + is.column()
                            + " is not null",
                    json));
        }
    }

    private void together(TableSchema old, TableSchema table, TableIndex index) {
        List<Field> fields =
                index.fields().stream().flatMap(id -> table.field(id).stream()).toList();
        Map<Field, Field> known = new LinkedHashMap<>();
        fields.forEach(field -> old.field(field.id())
                .filter(was -> Storage.change(was, field) == Storage.STAYS)
                .ifPresent(was -> known.put(field, was)));
        if (known.size() < fields.size()) {
            // A new column holds nothing yet, or one value for all: PostgreSQL tells when it builds the index.
            return;
        }
        String values = known.entrySet().stream()
                .map(pair -> value(pair.getValue(), pair.getKey()) + " as "
                        + pair.getKey().column())
                .collect(Collectors.joining(", "));
        String columns = fields.stream().map(field -> "t." + field.column()).collect(Collectors.joining(", "));
        String present = fields.stream()
                .map(field -> "t." + field.column() + " is not null")
                .collect(Collectors.joining(" and "));
        misfit(
                table,
                fields.get(fields.size() - 1),
                "select u.id, u.value from (select t.id, concat_ws(', ', " + columns
                        + ") as value, count(*) over (partition by " + columns + ") as _same from (select id, " + values
                        + " from " + present(old) + ") t where " + present + ") u where u._same > 1");
    }

    private static String value(Field was, Field is) {
        return Conversion.isNeeded(was.type(), is.type())
                ? Conversion.of(was.type(), is.type(), was.column()).safely(is.type())
                : was.column().quoted();
    }

    private boolean leadsSame(TableSchema old, Field was, RelationType relation) {
        if (!(was.type() instanceof RelationType led)) {
            return false;
        }
        Optional<UUID> to = idOf(before.values().stream().toList(), led.target());
        return Objects.equals(to, idOf(after, relation.target()))
                && (to.isPresent()
                        || led.target().equals(relation.target())
                        || led.target().equals(old.name()));
    }

    private static Optional<UUID> idOf(List<TableSchema> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .map(TableSchema::id)
                .findFirst();
    }

    /** The name that a relation's target has now; empty where it is yet to be made. */
    private Optional<String> target(RelationType relation) {
        return idOf(after, relation.target()).map(before::get).map(this::name);
    }

    private void misfit(TableSchema table, Field field, String query) {
        misfits.add(new Ddl.Misfit(table.name(), field.name(), query));
    }

    /** The rows whose values count as taken. */
    private String present(TableSchema table) {
        return name(table) + (table.options().softDelete() ? " where " + SoftDelete.present(table) : "");
    }

    private String name(TableSchema table) {
        return Ddl.name(pgSchema, table.table());
    }
}
