package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.studio.schema.TableSchema;
import java.util.List;

/**
 * What an environment holds.
 *
 * @param early the fields, by their tables, whose columns stand there ahead of a deployment
 */
record LiveVersion(int number, List<TableSchema> tables, JsonNode content, List<TableSchema> early) {
    /** The tables as they stand in PostgreSQL. */
    List<TableSchema> standing() {
        return EarlyFields.with(tables, early);
    }
}
