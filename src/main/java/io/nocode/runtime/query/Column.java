package io.nocode.runtime.query;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.AutonumberType;
import io.nocode.studio.schema.BigintType;
import io.nocode.studio.schema.DatetimeType;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FieldType;
import io.nocode.studio.schema.FilesType;
import io.nocode.studio.schema.Operator;
import io.nocode.studio.schema.RelationType;
import io.nocode.studio.schema.UuidType;
import io.nocode.studio.schema.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a live table.
 *
 * @param quoted its name as SQL
 * @param field the field that it holds; null for what the server itself keeps of every row
 * @param position its place in the table's columns; what texts of SQL are remembered by
 * @param shown how an answer has it, as SQL, with {@code $} for the row; the column itself, but for files
 */
public record Column(
        String name,
        String quoted,
        FieldType type,
        @Nullable Field field,
        int position,
        String shown) {
    /** When a row was deleted softly; nothing for one that is there. */
    static final String DELETED_AT = "deleted_at";

    private static final FieldType ID = new UuidType();
    private static final FieldType MOMENT = new DatetimeType(null, null);
    private static final FieldType NUMBER = new BigintType(Long.MIN_VALUE, Long.MAX_VALUE);

    /** A column whose answer is what it holds. */
    Column(String name, String quoted, FieldType type, @Nullable Field field, int position) {
        this(name, quoted, type, field, position, "$." + quoted);
    }

    /** What the server keeps of every row, beside its id, in the order of an answer. */
    static List<Column> keptByServer(int from, boolean softDelete) {
        List<Column> columns = List.of(
                kept("created_at", MOMENT, from),
                kept("updated_at", MOMENT, from + 1),
                kept("created_by", ID, from + 2),
                kept("updated_by", ID, from + 3),
                kept("version", NUMBER, from + 4),
                kept(DELETED_AT, MOMENT, from + 5));
        return softDelete ? columns : columns.subList(0, 5);
    }

    static Column id() {
        return kept("id", ID, 0);
    }

    static Column of(Field field, int position) {
        return new Column(field.name(), field.column().quoted(), field.type(), field, position);
    }

    /** A column of files, whose addresses begin with a path, such as {@code /api/v1/…/tables/orders/}. */
    Column withFilesAt(String rows, String environment) {
        return new Column(
                name,
                quoted,
                type,
                field,
                position,
                "nocode.with_urls($." + quoted + ", '" + rows + "' || $.\"id\" || '/files/" + name
                        + "/', '/?environment=" + environment + "')");
    }

    private static Column kept(String name, FieldType type, int position) {
        return new Column(name, Identifier.of(name).quoted(), type, null, position);
    }

    /** What an answer has of the row of that alias, as SQL. */
    String shown(String alias) {
        return shown.replace("$", alias);
    }

    /** Whether it holds files. */
    public boolean isFiles() {
        return type instanceof FilesType;
    }

    public Wire wire() {
        return type.wire();
    }

    /** Whether it is the row's id. */
    public boolean isId() {
        return position == 0;
    }

    /** Whether rows may have no value there. */
    boolean isNullable() {
        return field == null ? (type == ID && !isId()) || name.equals(DELETED_AT) : !field.required();
    }

    /** Whether rows have an order by it. */
    boolean isSortable() {
        return wire() != Wire.JSON && wire() != Wire.TEXT_ARRAY;
    }

    /** Whether it holds free text, of which any part may be asked for. */
    boolean isWords() {
        return wire() == Wire.TEXT && type.operators().contains(Operator.CONTAINS);
    }

    /** What stands before an automatic number when it is shown; empty for the number alone, and for other types. */
    public String prefix() {
        return type instanceof AutonumberType numbers ? numbers.prefix() : "";
    }

    /** Whether rows bring its values, and neither PostgreSQL nor the server does. */
    public boolean isWritable() {
        return field != null && !type.isGenerated();
    }

    /** The name of the table whose rows it points to; null where it is no relation. */
    public @Nullable String target() {
        return type instanceof RelationType relation ? relation.target() : null;
    }
}
