package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.runtime.query.Column;
import io.nocode.shared.files.ByteRange;
import io.nocode.shared.files.StoredFile;
import io.nocode.shared.files.StoredFiles;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FilesType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The files of rows. A row is changed the way every row is, by a body that names its files: so whatever holds for
 * changes of rows holds here. A trigger of the column judges the names, and takes away what is no longer named.
 */
@ApplicationScoped
class RowFiles {
    @Inject
    private TableRows rows;

    @Inject
    private StoredFiles stored;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Ends the transaction of a trial, so that nothing of it is kept. */
    static final class Tried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<JsonNode> shown;

        private Tried(List<JsonNode> shown) {
            super(null, null, false, false);
            this.shown = shown;
        }

        /** The files as the row would have them. */
        List<JsonNode> shown() {
            return shown;
        }
    }

    /** The field of that name, if it holds files and the caller may see it and the row. */
    Field field(OpenTable open, UUID row, String name) {
        Field field = files(open, name);
        rows.find(open, row, name);
        return field;
    }

    /**
     * Adds files to a row, or puts one in the place of the one that is there; all of them, or none.
     *
     * @throws Tried where it is a trial
     */
    @Transactional
    List<JsonNode> attach(OpenTable open, UUID row, String name, Map<Upload, StoredFile> uploads) {
        Field field = files(open, name);
        ArrayNode ids = Json.array();
        List<String> added = new ArrayList<>();
        uploads.forEach(
                (upload, file) -> added.add(keep(open, row, field, upload, file).toString()));
        if (((FilesType) field.type()).rules().multiple()) {
            references(open, row, field).forEach(reference -> ids.add(reference.path("id")));
        }
        added.forEach(ids::add);
        JsonNode changed = change(open, row, field, ids);
        List<JsonNode> shown = added.stream()
                .map(id -> named(changed, id).orElseThrow(CommonProblem.NOT_FOUND::because))
                .toList();
        if (open.isTrial()) {
            throw new Tried(shown);
        }
        return shown;
    }

    /** The file of that id, if it is in the field. */
    RowFile find(OpenTable open, UUID row, String name, UUID id) {
        Field field = files(open, name);
        JsonNode shown = tree(rows.find(open, row, name)).path(name);
        if (named(shown, id.toString()).isEmpty()) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return database.first(
                        Sql.of(
                                "select f.name, f.content_type, s.id, s.place, s.size, s.sha256 from row_file f"
                                        + " join stored_file s on s.id = f.stored_id"
                                        + " where f.pg_schema = ? and f.id = ? and f.row_id = ? and f.field_id = ?",
                                pgSchema(open),
                                id,
                                row,
                                field.id()),
                        found -> new RowFile(
                                found.text("name"),
                                found.text("content_type"),
                                new StoredFile(
                                        found.uuid("id"),
                                        StoredFile.Place.valueOf(found.text("place")),
                                        found.number("size"),
                                        found.text("sha256"))))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** Sends a part of a file. */
    void send(RowFile file, ByteRange range, OutputStream out) throws IOException {
        stored.send(file.stored(), range, out);
    }

    /**
     * Takes a file away from its row.
     *
     * @throws Tried where it is a trial
     */
    @Transactional
    void remove(OpenTable open, UUID row, String name, UUID id) {
        Field field = files(open, name);
        rows.find(open, row, name);
        ArrayNode left = Json.array();
        boolean there = false;
        for (JsonNode reference : references(open, row, field)) {
            if (reference.path("id").asText().equals(id.toString())) {
                there = true;
            } else {
                left.add(reference.path("id"));
            }
        }
        if (!there) {
            throw CommonProblem.NOT_FOUND.because();
        }
        Preconditions.require('"' + find(open, row, name, id).stored().sha256() + '"');
        change(open, row, field, left);
        if (open.isTrial()) {
            throw new Tried(List.of());
        }
    }

    private static Field files(OpenTable open, String name) {
        Column column = open.table().column(name);
        if (column == null || !column.isFiles() || !open.permits().reads(open.table(), column)) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return Objects.requireNonNull(column.field());
    }

    private UUID keep(OpenTable open, UUID row, Field field, Upload upload, StoredFile file) {
        UUID id = Ids.next();
        try {
            stored.keep(file, upload.spool());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        database.update(Sql.of(
                "insert into row_file (pg_schema, id, project_id, field_id, row_id, stored_id, name, content_type, size,"
                        + " width, height, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                pgSchema(open),
                id,
                open.project().id(),
                field.id(),
                row,
                file.id(),
                upload.name(),
                upload.contentType(),
                file.size(),
                upload.picture() == null ? null : upload.picture().width(),
                upload.picture() == null ? null : upload.picture().height(),
                CurrentUser.idOrNull(),
                clock.instant()));
        return id;
    }

    /** What the field holds; nobody else changes the row until the transaction ends. */
    private JsonNode references(OpenTable open, UUID row, Field field) {
        JsonNode held = database.first(
                        Sql.of(
                                "select " + field.column() + " as files from "
                                        + open.table().quoted() + " where \"id\" = ? for update",
                                row),
                        found -> found.json("files"))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
        return held.isObject() ? Json.array().add(held) : held;
    }

    /** What the field shows afterwards. */
    private JsonNode change(OpenTable open, UUID row, Field field, ArrayNode ids) {
        // The transaction is this one's, and so is its end.
        return tree(rows.merge(open.tried(false), row, Json.object().set(field.name(), ids), null))
                .path(field.name());
    }

    private static Optional<JsonNode> named(JsonNode shown, String id) {
        for (JsonNode one : shown.isObject() ? List.of(shown) : shown) {
            if (one.path("id").asText().equals(id)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static JsonNode tree(StoredRow row) {
        try {
            return Json.mapper().readTree(row.json());
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    private static String pgSchema(OpenTable open) {
        return open.project().pgSchema(open.environment()).name();
    }
}
