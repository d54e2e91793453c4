package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.DropRevisions;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.TableSchema;
import org.jspecify.annotations.Nullable;

/**
 * Data that comes back out of a copy, with a table or field that has been there before.
 *
 * @param field null for a whole table, and for the history of its rows
 * @param copy the copy's full name
 * @param was the table as it was when it was copied
 * @param rows how many rows were copied
 * @param history whether it is the history of the rows of a table
 */
record Return(TableSchema table, @Nullable Field field, String copy, TableSchema was, long rows, boolean history) {
    boolean isTable() {
        return field == null && !history;
    }

    /** What it is called beside its table; null for the table itself. */
    @Nullable
    String name() {
        return history ? DropRevisions.LOST : field == null ? null : field.name();
    }

    /** The name of the index by which rows of the copy are found. */
    Identifier index() {
        return index(Identifier.of(copy.substring(copy.lastIndexOf('.') + 2, copy.length() - 1)));
    }

    static Identifier index(Identifier copy) {
        return Identifier.of(copy.name() + "_id");
    }

    /** The name of the column in the copy. */
    Identifier source(Field of) {
        return was.field(of.id()).orElseThrow().column();
    }
}
