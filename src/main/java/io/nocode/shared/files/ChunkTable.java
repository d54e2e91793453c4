package io.nocode.shared.files;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/**
 * A table that holds files in pieces, each with where in its file it begins: {@code number, start_at, content} beside
 * the id of the file. Whoever sends a file holds one piece and no connection.
 *
 * @param table its name
 * @param key the column with the id of the file
 */
public record ChunkTable(Identifier table, Identifier key) {
    public static ChunkTable of(String table, String key) {
        return new ChunkTable(Identifier.of(table), Identifier.of(key));
    }

    /** Sends a part of a file. */
    public void send(Database database, UUID file, ByteRange range, OutputStream out) throws IOException {
        long at = range.first();
        while (at <= range.last()) {
            Piece piece = database.first(
                            Sql.of(
                                    "select start_at, content from " + table + " where " + key
                                            + " = ? and start_at <= ? order by start_at desc, number limit 1",
                                    file,
                                    at),
                            row -> new Piece(row.number("start_at"), row.bytes("content")))
                    .orElseThrow(() -> new IOException("The file is gone."));
            int from = (int) (at - piece.start());
            int length = (int) Math.min(piece.content().length - from, range.last() - at + 1);
            if (length <= 0) {
                throw new IOException("The file ends before its end.");
            }
            out.write(piece.content(), from, length);
            at += length;
        }
    }

    /** Stores one more piece, in the transaction of the caller. */
    void append(Database database, UUID file, int number, long start, byte[] content) {
        database.update(Sql.of(
                "insert into " + table + " (" + key + ", number, start_at, content) values (?, ?, ?, ?)",
                file,
                number,
                start,
                content));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(long start, byte[] content) {}
}
