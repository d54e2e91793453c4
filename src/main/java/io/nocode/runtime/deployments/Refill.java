package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.AutonumberType;
import io.nocode.studio.schema.CreateLinks;
import io.nocode.studio.schema.CreateRevisions;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FilesType;
import io.nocode.studio.schema.RelationType;
import io.nocode.studio.schema.RestartNumbers;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.UserType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes what comes back out of copies: the rows of a table, the values of a field for rows that still exist. What would
 * lead to a row that is gone, or name a member who has left, comes back empty; a row that cannot do without stays in the
 * copy, and is counted.
 */
@ApplicationScoped
class Refill {
    private static final List<String> KEPT_BY_SERVER =
            List.of("id", "created_at", "updated_at", "created_by", "updated_by", "version");

    private static final String DELETED_AT = "deleted_at";

    @Inject
    private Database database;

    /** Writes it, and tells of each how many rows or values came back and how many did not. */
    ArrayNode run(Plan plan, UUID project) {
        ArrayNode told = Json.array();
        database.execute(List.of("set local nocode.quiet = 'on'"));
        Writing writing = new Writing(plan, project);
        List<Return> tables =
                new ArrayList<>(plan.returns().stream().filter(Return::isTable).toList());
        while (!tables.isEmpty()) {
            // A table comes after those that its rows cannot do without.
            Return next = tables.stream()
                    .filter(one -> tables.stream().noneMatch(other -> other != one && needs(one, other)))
                    .findFirst()
                    .orElse(tables.get(0));
            tables.remove(next);
            tell(told, next, writing.rows(next));
        }
        // What leads elsewhere, once every row is there.
        plan.returns().stream().filter(Return::isTable).forEach(writing::relations);
        plan.returns().stream().filter(Return::history).forEach(one -> tell(told, one, writing.history(one)));
        plan.returns().stream()
                .filter(one -> one.field() != null && !plan.isEarly(one))
                .forEach(one -> tell(told, one, writing.field(one, Objects.requireNonNull(one.field()))));
        database.execute(List.of("set local nocode.quiet = 'off'"));
        return told;
    }

    private void tell(ArrayNode told, Return back, int written) {
        Field field = back.field();
        String stored = field == null || !field.type().isStored()
                ? "select count(*) as n from " + back.copy()
                : "select count(" + back.source(field) + ") as n from " + back.copy();
        long copied = database.first(Sql.of(stored), row -> row.number("n")).orElse(0L);
        ObjectNode one = told.addObject().put("table", back.table().name());
        String name = back.name();
        if (name != null) {
            one.put("field", name);
        }
        one.put("restored", written).put("left_in_backup", copied - written);
    }

    private static boolean needs(Return one, Return other) {
        return one.table().fields().stream()
                .anyMatch(field -> field.required()
                        && field.type() instanceof RelationType relation
                        && relation.target().equals(other.table().name()));
    }

    /** The statements for one plan. */
    private final class Writing {
        private final Identifier pgSchema;
        private final UUID project;
        private final List<TableSchema> wanted;

        Writing(Plan plan, UUID project) {
            this.pgSchema = plan.pgSchema();
            this.wanted = plan.wanted();
            this.project = project;
        }

        int rows(Return back) {
            List<Field> fields = fields(back);
            List<String> into = new ArrayList<>(KEPT_BY_SERVER);
            List<String> from = new ArrayList<>(
                    KEPT_BY_SERVER.stream().map(name -> "b." + name).toList());
            StringBuilder where = new StringBuilder(" where true");
            if (back.was().options().softDelete() && back.table().options().softDelete()) {
                into.add(DELETED_AT);
                from.add("b." + DELETED_AT);
            } else if (back.was().options().softDelete()) {
                where.append(" and b." + DELETED_AT + " is null");
            }
            for (Field field : fields) {
                if (field.type() instanceof RelationType && !field.required()) {
                    continue;
                }
                String source = "b." + back.source(field);
                into.add(field.column().quoted());
                String holds = holds(field, source, back);
                if (field.required()) {
                    where.append(" and ")
                            .append(source)
                            .append(" is not null and ")
                            .append(holds);
                    from.add(source);
                } else {
                    from.add(holds.equals("true") ? source : "case when " + holds + " then " + source + " end");
                }
            }
            int written = database.update(Sql.of("insert into " + name(back.table()) + " (" + String.join(", ", into)
                    + ") select " + String.join(", ", from) + " from " + back.copy() + " b" + where));
            fields.stream()
                    .filter(field -> field.type() instanceof AutonumberType)
                    .forEach(field -> restart(back.table(), field));
            return written;
        }

        private void restart(TableSchema table, Field field) {
            AutonumberType type = (AutonumberType) field.type();
            database.exists(Sql.of(new RestartNumbers(table.table(), field.column(), type.start()).sql(pgSchema)));
        }

        void relations(Return back) {
            fields(back).stream()
                    .filter(field -> field.type() instanceof RelationType && !field.required())
                    .forEach(field ->
                            field(new Return(back.table(), field, back.copy(), back.was(), back.rows(), false), field));
        }

        int field(Return back, Field field) {
            if (!field.type().isStored()) {
                return links(back, field, (RelationType) field.type());
            }
            String source = "b." + back.source(field);
            return database.update(Sql.of("update " + name(back.table()) + " t set " + field.column() + " = " + source
                    + " from " + back.copy() + " b where b.id = t.id and " + source + " is not null and "
                    + holds(field, source, back)));
        }

        /** Every revision there was: of rows that are gone, too, since they can be brought back by it. */
        int history(Return back) {
            String columns = "row_id, number, action, changed_by, changed_at, before, after";
            return database.update(Sql.of("insert into " + pgSchema + "." + CreateRevisions.table(back.table()) + " ("
                    + columns + ") select " + columns + " from " + back.copy() + " on conflict do nothing"));
        }

        private int links(Return back, Field field, RelationType relation) {
            return database.update(Sql.of("insert into " + pgSchema + "." + CreateLinks.table(field)
                    + " (source_id, target_id, created_at) select b.source_id, b.target_id, b.created_at from "
                    + back.copy() + " b where exists (select 1 from " + name(back.table())
                    + " t where t.id = b.source_id) and exists (select 1 from " + target(relation)
                    + " r where r.id = b.target_id) on conflict do nothing"));
        }

        /** The condition under which a value of the copy may be written. */
        private String holds(Field field, String source, Return back) {
            if (field.type() instanceof RelationType relation) {
                boolean itself = back.field() == null
                        && relation.target().equals(back.table().name());
                return "exists (select 1 from " + (itself ? back.copy() : target(relation)) + " r where r.id = "
                        + source + (!itself && deletesSoftly(relation) ? " and r." + DELETED_AT + " is null)" : ")");
            }
            if (field.type() instanceof UserType) {
                return "exists (select 1 from project p join organisation_member m on m.organisation_id ="
                        + " p.organization_id where p.id = '" + project + "' and m.user_id = " + source
                        + " and m.status = 'ACTIVE')";
            }
            if (field.type() instanceof FilesType) {
                return "nocode.has_files('" + pgSchema.name() + "', '" + field.id() + "', b.id, " + source + ")";
            }
            return "true";
        }

        private boolean deletesSoftly(RelationType relation) {
            return wanted.stream()
                    .anyMatch(table -> table.name().equals(relation.target())
                            && table.options().softDelete());
        }

        private String target(RelationType relation) {
            return pgSchema + "." + Identifier.of(relation.target());
        }

        private String name(TableSchema table) {
            return pgSchema + "." + table.table();
        }
    }

    /** The fields whose values the copy has in the form that they are to have. */
    private static List<Field> fields(Return back) {
        Stream<Field> stored =
                back.table().fields().stream().filter(field -> field.type().isStored() && !isFormula(field));
        return stored.filter(field -> back.was()
                        .field(field.id())
                        .filter(was -> was.type().isStored()
                                && was.type().column().equals(field.type().column()))
                        .isPresent())
                .toList();
    }

    private static boolean isFormula(Field field) {
        return field.type().isGenerated() && !(field.type() instanceof AutonumberType);
    }
}
