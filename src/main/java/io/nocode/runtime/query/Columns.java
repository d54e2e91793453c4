package io.nocode.runtime.query;

import java.util.List;

/** The columns of a result: a number and the id come first, then each column that was asked for but the id. */
final class Columns {
    private Columns() {}

    /** Their names for the table {@code t}, from the id on. */
    static String names(List<Column> columns) {
        StringBuilder names = new StringBuilder("t.\"id\"");
        for (Column column : columns) {
            if (!column.isId()) {
                names.append(", ").append(column.shown("t"));
                if (column.isFiles()) {
                    names.append(" as ").append(column.quoted());
                }
            }
        }
        return names.toString();
    }
}
