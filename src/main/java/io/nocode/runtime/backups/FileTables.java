package io.nocode.runtime.backups;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.FilesType;
import io.nocode.studio.schema.TableSchema;
import java.util.List;
import java.util.UUID;

/**
 * The two tables of a backup that its project does not have: which files its rows have, and the bytes of these files in
 * pieces, once however many rows share them. No table of a project can have these names.
 */
final class FileTables {
    static final String FILES = "_files";
    static final String BYTES = "_file_bytes";

    /** The columns of the first that are those of {@code row_file}. */
    static final List<String> ENTRY = List.of(
            "id",
            "field_id",
            "row_id",
            "stored_id",
            "name",
            "content_type",
            "size",
            "width",
            "height",
            "created_by",
            "created_at");

    static final List<String> PIECE = List.of("stored_id", "start_at", "content");

    private FileTables() {}

    static String files(Identifier pgSchema) {
        return pgSchema + "." + Identifier.of(FILES);
    }

    static String bytes(Identifier pgSchema) {
        return pgSchema + "." + Identifier.of(BYTES);
    }

    /** The statement that makes the first. */
    static String makeFiles(Identifier pgSchema) {
        return "create table " + files(pgSchema) + " (id uuid primary key, field_id uuid not null,"
                + " row_id uuid not null, stored_id uuid not null, name text not null, content_type text not null,"
                + " size bigint not null, width int, height int, created_by uuid, created_at timestamptz not null,"
                + " sha256 text not null)";
    }

    /** The statement that makes the second. */
    static String makeBytes(Identifier pgSchema) {
        return "create table " + bytes(pgSchema) + " (stored_id uuid not null, start_at bigint not null,"
                + " content bytea not null, primary key (stored_id, start_at))";
    }

    /** The fields of tables that hold files. */
    static List<UUID> fields(List<TableSchema> tables) {
        return tables.stream()
                .flatMap(table -> table.fields().stream())
                .filter(field -> field.type() instanceof FilesType)
                .map(field -> field.id())
                .toList();
    }
}
