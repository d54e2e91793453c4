package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/**
 * How values of one type become values of another, without loss or not at all.
 *
 * @param using the value converted, as SQL
 * @param fits whether a value can be converted, as SQL
 * @param narrow conditions on the converted value
 */
record Conversion(String using, String fits, List<String> narrow) {
    private static final String NUMBER = "'^\\s*[+-]?\\d{1,255}(\\.\\d{1,255})?([eE][+-]?\\d{1,2})?\\s*$'";
    private static final String DATE = "'^\\d{4}-\\d{2}-\\d{2}$'";
    private static final String TIME = "'^\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$'";
    private static final String MOMENT =
            "'^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?([Zz]|[+-]\\d{2}(:?\\d{2})?)?$'";

    static Conversion of(FieldType from, FieldType to, Identifier column) {
        if (FilesType.differ(from, to)) {
            return FilesType.conversion(from, to, column.quoted());
        }
        Conversion wires = from instanceof ChoiceType && to.wire() == Wire.TEXT_ARRAY
                ? always("array[" + column + "]")
                : wires(from.wire(), to.wire(), column.quoted());
        String using = escapes(from, to) ? escaped(wires.using) : wires.using;
        List<String> narrow = new ArrayList<>(wires.narrow);
        narrow.addAll(to.narrowings("(" + using + ")"));
        return new Conversion(using, wires.fits, narrow);
    }

    /** Whether values change, or their column does. */
    static boolean isNeeded(FieldType from, FieldType to) {
        return !from.column().equals(to.column()) || escapes(from, to) || FilesType.differ(from, to);
    }

    /** The value as the new column holds it; null where it cannot be converted. */
    String safely(FieldType to) {
        String fit =
                narrow.isEmpty() ? "" : " and case when " + fits + " then " + String.join(" and ", narrow) + " end";
        return "(case when " + fits + fit + " then (" + using + ")::" + to.column() + " end)";
    }

    /** Plain text stays what it says when it becomes formatted text. */
    private static boolean escapes(FieldType from, FieldType to) {
        return to instanceof RichTextType && !(from instanceof RichTextType);
    }

    private static String escaped(String text) {
        return "replace(replace(replace(" + text + ", '&', '&amp;'), '<', '&lt;'), '>', '&gt;')";
    }

    /** A condition that holds for values that cannot be converted. */
    String misfits() {
        String broken = narrow.isEmpty() ? "false" : "not (" + String.join(" and ", narrow) + ")";
        return "case when " + fits + " then " + broken + " else true end";
    }

    private static Conversion wires(Wire from, Wire to, String column) {
        if (to == Wire.TEXT_ARRAY && from == Wire.TEXT) {
            return always("case when btrim(" + column + ") = '' then '{}'::text[] else regexp_split_to_array(btrim("
                    + column + "), '\\s*,\\s*') end");
        }
        if (from == Wire.TEXT_ARRAY && to == Wire.TEXT) {
            return new Conversion(
                    "array_to_string(" + column + ", ', ')", "array_to_string(" + column + ", '') !~ ','", List.of());
        }
        if (from == to) {
            return always(from == Wire.TEXT ? column + "::text" : column);
        }
        if (to == Wire.TEXT) {
            return always(toText(from, column));
        }
        if (to == Wire.JSON && from != Wire.TEXT) {
            return always("to_jsonb(" + column + ")");
        }
        if (from == Wire.TEXT) {
            return fromText(to, column);
        }
        if (to.isNumber() && from.isNumber()) {
            return number(to, column + "::text::numeric");
        }
        if (from == Wire.BOOLEAN && to.isNumber()) {
            return always(column + "::integer::" + to.base());
        }
        if (from.isNumber() && to == Wire.BOOLEAN) {
            return new Conversion(column + " <> 0", column + " in (0, 1)", List.of());
        }
        String utc = "(" + column + " at time zone 'UTC')";
        if (from == Wire.DATE && to == Wire.TIMESTAMP) {
            return always(column + "::timestamp at time zone 'UTC'");
        }
        if (from == Wire.TIMESTAMP && to == Wire.DATE) {
            return new Conversion(utc + "::date", utc + " = date_trunc('day', " + utc + ")", List.of());
        }
        return new Conversion("null::" + to.base(), "false", List.of());
    }

    private static String toText(Wire from, String column) {
        return switch (from) {
            case TIMESTAMP -> "to_jsonb(" + column + ") #>> '{}'";
            case JSON -> column + " #>> '{}'";
            default -> column + "::text";
        };
    }

    private static Conversion fromText(Wire to, String column) {
        return switch (to) {
            case INTEGER, BIGINT, DECIMAL, FLOAT -> {
                Conversion number = number(to, column + "::numeric");
                yield new Conversion(number.using, column + " ~ " + NUMBER, number.narrow);
            }
            case DATE -> valid(to, column, DATE, column + "::date");
            case TIME -> valid(to, column, TIME, column + "::time");
            case TIMESTAMP -> valid(to, column, MOMENT, column + "::timestamptz");
            default ->
                new Conversion(
                        column + "::" + to.base(),
                        "pg_input_is_valid(" + column + ", " + Literal.text(to.base()) + ")",
                        List.of());
        };
    }

    private static Conversion valid(Wire to, String column, String form, String using) {
        return new Conversion(
                using,
                "case when " + column + " ~ " + form + " then pg_input_is_valid(" + column + ", "
                        + Literal.text(to.base()) + ") else false end",
                List.of());
    }

    /** A numeric expression as the number type; whole numbers must be whole and within their bits. */
    private static Conversion number(Wire to, String numeric) {
        return switch (to) {
            case INTEGER ->
                whole(numeric, "integer", String.valueOf(Integer.MIN_VALUE), String.valueOf(Integer.MAX_VALUE));
            case BIGINT -> whole(numeric, "bigint", String.valueOf(Long.MIN_VALUE), String.valueOf(Long.MAX_VALUE));
            case FLOAT ->
                new Conversion(
                        "(" + numeric + ")::double precision",
                        "true",
                        List.of(numeric + " = (" + numeric + ")::double precision::text::numeric"));
            default -> always(numeric);
        };
    }

    private static Conversion whole(String numeric, String type, String least, String most) {
        return new Conversion(
                "(" + numeric + ")::" + type,
                "true",
                List.of(numeric + " = trunc(" + numeric + ")", numeric + " between " + least + " and " + most));
    }

    private static Conversion always(String using) {
        return new Conversion(using, "true", List.of());
    }
}
