package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.subscriptions.StorageRoom;
import io.nocode.shared.files.FormFiles;
import io.nocode.shared.files.StoredFile;
import io.nocode.shared.files.StoredFiles;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FilesType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes uploads in. A file arrives as slowly as its sender likes: nothing is held for it meanwhile but a place on the
 * disk. Only when all of it is there, and is what the field takes, a transaction stores it and names it in the row.
 */
@ApplicationScoped
class RowUploads {
    private static final String PART = "file";

    @Inject
    private OpenTables tables;

    @Inject
    private RowFiles files;

    @Inject
    private StoredFiles stored;

    @Inject
    private StorageRoom storage;

    /**
     * Where an upload goes.
     *
     * @param isTrial whether it is only tried, and nothing is kept
     */
    record Aim(UUID project, @Nullable String environment, String table, UUID row, String field, boolean isTrial) {}

    /** The files of a form, as the row has them afterwards. */
    List<JsonNode> take(Aim aim, @Nullable String contentType, InputStream body) throws IOException {
        try {
            return taken(aim, contentType, body);
        } finally {
            FormFiles.drain(body);
        }
    }

    private List<JsonNode> taken(Aim aim, @Nullable String contentType, InputStream body) throws IOException {
        UUID[] organisation = new UUID[1];
        Field field = tables.with(aim.project, aim.environment, aim.table, Action.ROWS_UPDATE, open -> {
            organisation[0] = open.project().organizationId();
            return files.field(open, aim.row, aim.field);
        });
        List<Upload> uploads = new ArrayList<>();
        try {
            FormFiles.read(contentType, body, (name, filename, content) -> {
                if (!name.equals(PART)) {
                    throw CommonProblem.UNKNOWN_FIELD.at(name.isEmpty() ? PART : name, "field.files.part");
                }
                int most = ((FilesType) field.type()).rules().multiple() ? FilesType.MOST : 1;
                if (uploads.size() == most) {
                    throw CommonProblem.INVALID.at(PART, "field.too_many", most);
                }
                uploads.add(Upload.take(field, filename, content));
            });
            if (uploads.isEmpty()) {
                throw CommonProblem.INVALID.at(PART, "field.required");
            }
            storage.requireFor(
                    organisation[0],
                    uploads.stream().mapToLong(upload -> upload.spool().size()).sum());
            return store(aim, uploads);
        } finally {
            for (Upload upload : uploads) {
                upload.close();
            }
        }
    }

    private List<JsonNode> store(Aim aim, List<Upload> uploads) throws IOException {
        Map<Upload, StoredFile> brought = new LinkedHashMap<>();
        boolean done = false;
        try {
            for (Upload upload : uploads) {
                brought.put(upload, stored.bring(upload.spool()));
            }
            List<JsonNode> shown = tables.with(
                    aim.project,
                    aim.environment,
                    aim.table,
                    Action.ROWS_UPDATE,
                    open -> files.attach(open.tried(aim.isTrial), aim.row, aim.field, brought));
            done = true;
            return shown;
        } catch (RowFiles.Tried trial) {
            return trial.shown();
        } finally {
            if (!done) {
                brought.values().forEach(stored::leave);
            }
        }
    }
}
