package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.TableSchema;
import java.util.List;
import java.util.UUID;

/** A part of a project's document that a module above studio keeps: one CDI bean a part. */
public interface ProjectPart {
    /** The part as it is written, in a stable order and without ids. */
    ArrayNode export(UUID project);

    /**
     * Something that leads to a table or field that is not there.
     *
     * @param where as people know it
     * @param field empty where the table itself is missing
     */
    record Missing(String where, String table, String field) {}

    /** What in the part leads nowhere. */
    List<Missing> missing(UUID project, List<TableSchema> tables);

    /**
     * Makes the project's part what the document says; what it does not name goes.
     *
     * @param path what faults are blamed below
     */
    void replace(UUID project, ArrayNode wanted, String path, Faults faults);
}
