package io.nocode.insights.exports;

import io.nocode.shared.files.ByteRange;
import io.nocode.shared.files.ChunkTable;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** The pieces of a file: packed, hashed, and sent one at a time, so that a large file needs no more memory than a small. */
@ApplicationScoped
class Pieces {
    private static final ChunkTable CHUNKS = ChunkTable.of("export_chunk", "export_id");

    @Inject
    private Database database;

    /** Text as bytes of the file. Each piece is a gzip member of its own: together they are one file (RFC 1952, 2.2). */
    static byte[] pack(String text, ExportOptions options) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!options.gzipped() || bytes.length == 0) {
            return bytes;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return packed.toByteArray();
    }

    /** The hash of all pieces together, in hexadecimal digits. */
    String sha256(UUID id) {
        long count = database.first(
                        Sql.of("select count(*) as n from export_chunk where export_id = ?", id),
                        row -> row.number("n"))
                .orElseThrow();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int number = 0; number < count; number++) {
                digest.update(piece(id, number));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends a part of the file. */
    void send(UUID id, ByteRange range, OutputStream out) throws IOException {
        CHUNKS.send(database, id, range, out);
    }

    private byte[] piece(UUID id, int number) {
        return database.first(
                        Sql.of("select content from export_chunk where export_id = ? and number = ?", id, number),
                        row -> row.bytes("content"))
                .orElseThrow();
    }
}
