package io.nocode.runtime.backups;

import io.nocode.runtime.backups.CopyRequest.Mask;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.AutonumberType;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FilesType;
import io.nocode.studio.schema.RelationType;
import io.nocode.studio.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A table of two environments.
 *
 * @param values what each column is filled with, as SQL over the row {@code s}
 * @param links relations of many to many
 * @param files the fields whose files come along, and what their columns are filled with
 */
record CopyPair(
        TableSchema from, TableSchema to, Map<String, String> values, List<Field> links, Map<Field, String> files) {
    /** What fails where the bytes of a file go while it is copied. */
    static final String BYTES_GONE = "row_file_stored_id_fkey";

    private static final List<String> KEPT_BY_SERVER =
            List.of("id", "created_at", "updated_at", "created_by", "updated_by", "version");

    private static final String DELETED_AT = "deleted_at";

    /** Finds what becomes of each column, and blames masks that make no sense. */
    static CopyPair of(TableSchema from, TableSchema to, List<Mask> masks, MaskSql sql, Faults faults) {
        Map<String, String> values = new LinkedHashMap<>();
        KEPT_BY_SERVER.forEach(name -> values.put(name, "s." + name));
        if (from.options().softDelete() && to.options().softDelete()) {
            values.put(DELETED_AT, "s." + DELETED_AT);
        }
        List<Field> links = new ArrayList<>();
        Map<Field, String> files = new LinkedHashMap<>();
        for (Field field : to.fields()) {
            Optional<Field> was = from.field(field.id());
            if (was.isEmpty() || isFormula(field)) {
                continue;
            }
            if (!field.type().isStored()) {
                if (field.type() instanceof RelationType && !was.get().type().isStored()) {
                    links.add(field);
                }
            } else if (isSame(was.get(), field)) {
                String column = "s." + was.get().column();
                values.put(field.column().quoted(), column);
                if (was.get().type() instanceof FilesType were && field.type() instanceof FilesType are) {
                    files.put(field, FilesType.copied(were, are, column));
                    values.put(field.column().quoted(), FilesType.copied(were, are, column));
                }
                for (int i = 0; i < masks.size(); i++) {
                    Mask mask = masks.get(i);
                    if (mask.table().equals(to.name()) && mask.field().equals(field.name())) {
                        sql.of(mask, field, column, "masks[" + i + "]", faults).ifPresent(value -> {
                            values.put(field.column().quoted(), value);
                            files.remove(field);
                        });
                    }
                }
            }
        }
        return new CopyPair(from, to, values, links, files);
    }

    private static boolean isSame(Field from, Field to) {
        return from.type().isStored()
                && from.type().column().equals(to.type().column())
                && from.type() instanceof FilesType == to.type() instanceof FilesType;
    }

    static boolean isFormula(Field field) {
        return field.type().isGenerated() && !(field.type() instanceof AutonumberType);
    }

    /** Copies the rows and their files as they are at one moment, and counts the rows. */
    Sql fill(UUID project, Identifier source, Identifier target) {
        String rows = source + "." + from.table() + " s"
                + (from.options().softDelete() && !to.options().softDelete()
                        ? " where s." + DELETED_AT + " is null"
                        : "");
        StringBuilder statement = new StringBuilder("with copied as (insert into " + target + "." + to.table() + " ("
                + String.join(", ", values.keySet()) + ") select " + String.join(", ", values.values()) + " from "
                + rows + " returning 1)");
        List<Object> bound = new ArrayList<>();
        files.forEach((field, value) -> {
            String entry = String.join(", ", FileTables.ENTRY);
            statement
                    .append(", files_")
                    .append(bound.size())
                    .append(" as (insert into row_file (pg_schema, project_id, ")
                    .append(entry)
                    .append(") select ?, ?, ")
                    .append(entry)
                    .append(" from row_file f where f.pg_schema = ? and f.field_id = ? and f.dropped_at is null and")
                    .append(" exists (select 1 from ")
                    .append(rows)
                    .append(rows.contains(" where ") ? " and" : " where")
                    .append(" s.id = f.row_id and (")
                    .append(value)
                    .append(
                            ((FilesType) field.type()).rules().multiple()
                                    ? ") @> jsonb_build_array(jsonb_build_object('id', f.id))"
                                    : ") @> jsonb_build_object('id', f.id)")
                    .append(") on conflict (pg_schema, id)")
                    .append(" do update set dropped_at = null)");
            bound.addAll(List.of(target.name(), project, source.name(), field.id()));
        });
        return Sql.of(statement + " select count(*) from copied", bound.toArray());
    }
}
