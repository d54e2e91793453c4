package io.nocode.runtime.backups;

import io.nocode.shared.files.ByteRange;
import io.nocode.shared.files.Spool;
import io.nocode.shared.files.StoredFile;
import io.nocode.shared.files.StoredFiles;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of rows on their way into a backup, and out of it. However large they are, a piece of one is in memory. */
@ApplicationScoped
class BackupFiles {
    private static final String ENTRY = String.join(", ", FileTables.ENTRY);

    @Inject
    private CopyLines copies;

    @Inject
    private StoredFiles stored;

    @Inject
    private Database database;

    /** Keeps what the transaction sees from being deleted while it is written; the transaction begins with this. */
    void hold() {
        stored.hold();
    }

    /**
     * Writes which files the rows have, and then their bytes.
     *
     * @param own the PostgreSQL schema that the backup makes
     * @param source the one that the rows are in
     * @param fields those with files
     */
    void write(Writer out, Identifier own, Identifier source, List<UUID> fields) throws IOException {
        String from = " from row_file f join stored_file s on s.id = f.stored_id"
                + " where f.pg_schema = ? and f.field_id = any (?::uuid[]) and f.dropped_at is null";
        copies.write(
                out,
                FileTables.files(own),
                entry(),
                Sql.of(
                        "select " + entry().stream().map(BackupFiles::selected).collect(Collectors.joining(", "))
                                + from,
                        source.name(),
                        fields));
        out.write(Script.copy(FileTables.bytes(own), FileTables.PIECE));
        database.each(
                Sql.of("select distinct s.id, s.place, s.size, s.sha256" + from, source.name(), fields),
                row -> bytes(
                        out,
                        new StoredFile(
                                row.uuid("id"),
                                StoredFile.Place.valueOf(row.text("place")),
                                row.number("size"),
                                row.text("sha256"))));
        out.write(CopyText.END + "\n");
    }

    private static List<String> entry() {
        return Stream.concat(FileTables.ENTRY.stream(), Stream.of("sha256")).toList();
    }

    private static String selected(String column) {
        return (column.equals("sha256") ? "s." : "f.") + column + "::text";
    }

    private void bytes(Writer out, StoredFile file) {
        try (PieceLines pieces = new PieceLines(out, file.id())) {
            stored.send(file, ByteRange.whole(file.size()), pieces);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether bytes of files that are to be referred to are not there any more. */
    boolean isAnyMissing(Identifier fresh) {
        return database.exists(Sql.of("select 1 from " + FileTables.files(fresh)
                + " f where not exists (select 1 from stored_file s where s.id = f.stored_id)"));
    }

    /** Has who wants to delete bytes that are to be referred to wait until the transaction ends. */
    void keep(Identifier fresh) {
        database.exists(Sql.of("select count(*) from (select s.id from stored_file s where exists (select 1 from "
                + FileTables.files(fresh) + " f where f.stored_id = s.id) for key share) kept"));
    }

    /** Brings back the bytes that are not there any more, out of the lines of a backup. */
    void bring(Identifier fresh, BufferedReader lines) throws IOException {
        Coming coming = null;
        try {
            for (String line = lines.readLine(); line != null && !line.equals(CopyText.END); line = lines.readLine()) {
                UUID id = UUID.fromString(line.substring(0, line.indexOf('\t')));
                if (coming == null || !coming.was.equals(id)) {
                    arrived(fresh, coming);
                    coming = coming(fresh, id);
                }
                if (coming.spool != null) {
                    coming.spool.write(PieceLines.Piece.of(line).content());
                }
            }
            arrived(fresh, coming);
        } finally {
            if (coming != null) {
                coming.close();
            }
        }
    }

    /** A file whose pieces come. */
    private record Coming(
            UUID was, long size, String sha256, @Nullable Spool spool) {
        void close() throws IOException {
            if (spool != null) {
                spool.close();
            }
        }
    }

    private Coming coming(Identifier fresh, UUID id) throws IOException {
        Optional<Coming> missing = database.first(
                Sql.of(
                        "select f.size, f.sha256 from " + FileTables.files(fresh) + " f where f.stored_id = ?"
                                + " and not exists (select 1 from stored_file s where s.id = f.stored_id) limit 1",
                        id),
                row -> new Coming(id, row.number("size"), row.text("sha256"), null));
        if (missing.isEmpty()) {
            return new Coming(id, 0, "", null);
        }
        long size = missing.get().size;
        Spool spool = Spool.open(size, () -> new IllegalStateException("A file of the backup is too long."));
        return new Coming(id, size, missing.get().sha256, spool);
    }

    private void arrived(Identifier fresh, @Nullable Coming coming) throws IOException {
        if (coming == null || coming.spool == null) {
            return;
        }
        // Under another id: what had this one may still be about to be deleted.
        StoredFile file = stored.bring(coming.spool);
        if (file.size() != coming.size || !file.sha256().equals(coming.sha256)) {
            stored.leave(file);
            throw new IllegalStateException("A file of the backup is not what it was.");
        }
        stored.keep(file, coming.spool);
        coming.close();
        database.update(Sql.of(
                "update " + FileTables.files(fresh) + " set stored_id = ? where stored_id = ?", file.id(), coming.was));
    }

    /**
     * Gives the files to the rows, under the name that their PostgreSQL schema will have, and lets go of the table that
     * told of them.
     */
    void give(UUID project, Identifier fresh, Identifier live) {
        database.update(Sql.of(
                "insert into row_file (pg_schema, project_id, " + ENTRY + ") select ?, ?, " + ENTRY + " from "
                        + FileTables.files(fresh) + " on conflict (pg_schema, id) do update set dropped_at = null",
                live.name(),
                project));
        database.execute(List.of("drop table " + FileTables.files(fresh)));
    }

    /** Has the files of rows follow them to another PostgreSQL schema; those of fields that are gone stay. */
    void move(Identifier from, Identifier to) {
        database.update(Sql.of(
                "update row_file set pg_schema = ? where pg_schema = ? and dropped_at is null",
                to.name(),
                from.name()));
    }

    /** Takes away the files of rows that are gone with their tables. */
    void release(Identifier pgSchema) {
        database.update(Sql.of("delete from row_file where pg_schema = ? and dropped_at is null", pgSchema.name()));
    }
}
