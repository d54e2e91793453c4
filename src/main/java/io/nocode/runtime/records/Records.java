package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Parameters;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows for other modules: with the rights of the current user, the checks and the refusals of the API, within the
 * transaction of the caller if there is one. An environment of null is the project's default.
 */
@ApplicationScoped
public class Records {
    @Inject
    private OpenTables tables;

    @Inject
    private TableRows rows;

    /** A page as the API would answer it, with the same parameters, and without links. */
    public ObjectNode list(
            UUID project, @Nullable String environment, String table, MultivaluedMap<String, String> parameters) {
        return tables.with(
                project,
                environment,
                table,
                Action.ROWS_READ,
                open -> tree(rows.list(open, Parameters.of(parameters), (parameter, value) -> null)));
    }

    public ObjectNode find(UUID project, @Nullable String environment, String table, UUID id) {
        return tables.with(
                project,
                environment,
                table,
                Action.ROWS_READ,
                open -> tree(rows.find(open, id, null).json()));
    }

    /** A new row; answers with all of it. */
    public ObjectNode create(UUID project, @Nullable String environment, String table, ObjectNode body) {
        return tables.with(
                project,
                environment,
                table,
                Action.ROWS_CREATE,
                open -> tree(rows.create(open, body).json()));
    }

    /** The row as a whole becomes this; what is left out takes its default. */
    public ObjectNode replace(UUID project, @Nullable String environment, String table, UUID id, ObjectNode body) {
        return tables.with(
                project,
                environment,
                table,
                Action.ROWS_UPDATE,
                open -> tree(rows.replace(open, id, body, null).json()));
    }

    /** Only these fields of the row change (RFC 7396). */
    public ObjectNode merge(UUID project, @Nullable String environment, String table, UUID id, ObjectNode patch) {
        return tables.with(
                project,
                environment,
                table,
                Action.ROWS_UPDATE,
                open -> tree(rows.merge(open, id, patch, null).json()));
    }

    /** Deletes a row; answers with what it was. */
    public ObjectNode delete(UUID project, @Nullable String environment, String table, UUID id) {
        return tables.with(
                project,
                environment,
                table,
                Action.ROWS_DELETE,
                open -> tree(rows.delete(open, id, null).json()));
    }

    private static ObjectNode tree(byte[] json) {
        try {
            return (ObjectNode) Json.mapper().readTree(json);
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }
}
