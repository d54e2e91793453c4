package io.nocode.studio.schema;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

/** Values as text of SQL, for DDL alone, where nothing can be bound. */
final class Literal {
    private Literal() {}

    /** Text in single quotes; PostgreSQL reads backslashes as they are. */
    static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL's text holds no NUL.");
        }
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** A parsed value of a field. */
    static String of(Wire wire, Object value) {
        return switch (wire) {
            case BOOLEAN, INTEGER, BIGINT -> value.toString();
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case TEXT -> text(value.toString());
            case FLOAT, DATE, TIME, TIMESTAMP, JSON, UUID -> text(value.toString()) + "::" + wire.base();
            case TEXT_ARRAY ->
                ((Collection<?>) value)
                        .stream()
                                .map(element -> text(element.toString()))
                                .collect(Collectors.joining(", ", "array[", "]::text[]"));
        };
    }
}
