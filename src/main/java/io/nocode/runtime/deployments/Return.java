package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.TableSchema;
import org.jspecify.annotations.Nullable;

/**
 * Data that comes back out of a copy, with a table or field that has been there before.
 *
 * @param field null for a whole table
 * @param copy the copy's full name
 * @param was the table as it was when it was copied
 * @param rows how many rows were copied
 */
record Return(TableSchema table, @Nullable Field field, String copy, TableSchema was, long rows) {
    /** The name of the index by which rows of the copy are found. */
    Identifier index() {
        return Identifier.of(copy.substring(copy.lastIndexOf('.') + 2, copy.length() - 1) + "_id");
    }

    /** The name of the column in the copy. */
    Identifier source(Field of) {
        return was.field(of.id()).orElseThrow().column();
    }
}
