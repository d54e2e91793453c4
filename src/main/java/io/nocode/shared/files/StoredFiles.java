package io.nocode.shared.files;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.UUID;

/**
 * Keeps bytes that never change, in PostgreSQL or in a directory that all nodes share. A file is kept in two steps:
 * {@link #bring} before the transaction that it belongs to, {@link #keep} within it; where that fails, {@link #leave}.
 */
@ApplicationScoped
public class StoredFiles {
    private static final ChunkTable CHUNKS = ChunkTable.of("stored_file_chunk", "file_id");
    private static final int CHUNK = 256 * 1024;
    /** The lock of those who {@link #hold}; nobody waits for it, the sweep sees who has it. */
    static final int HELD_CLASS = 6285;

    static final int HELD_OBJECT = 1;

    @Inject
    private Database database;

    @Inject
    private FileDirectory directory;

    @Inject
    private Clock clock;

    /**
     * Keeps the bytes that the caller's transaction sees until it ends, whatever others delete meanwhile: for who sends
     * files as they were at one moment. The transaction begins with this.
     */
    @Transactional(TxType.MANDATORY)
    public void hold() {
        database.exists(Sql.of("select pg_advisory_xact_lock_shared(" + HELD_CLASS + ", " + HELD_OBJECT + ") is null"));
    }

    /** Brings the bytes to where they do not depend on a transaction, if they are to be there. */
    public StoredFile bring(Spool spool) throws IOException {
        UUID id = Ids.next();
        StoredFile.Place place = StoredFile.Place.DATABASE;
        if (directory.isSet()) {
            directory.write(id, spool.read());
            place = StoredFile.Place.DIRECTORY;
        }
        return new StoredFile(id, place, spool.size(), spool.sha256());
    }

    /** Keeps a file for good, once the caller's transaction commits. */
    @Transactional(TxType.MANDATORY)
    public void keep(StoredFile file, Spool spool) throws IOException {
        database.update(Sql.of(
                "insert into stored_file (id, place, size, sha256, created_at) values (?, ?, ?, ?, ?)",
                file.id(),
                file.place(),
                file.size(),
                file.sha256(),
                clock.instant()));
        if (file.place() == StoredFile.Place.DATABASE) {
            InputStream bytes = spool.read();
            long start = 0;
            int number = 0;
            for (byte[] chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
                CHUNKS.append(database, file.id(), number++, start, chunk);
                start += chunk.length;
            }
        }
    }

    /** Takes back what {@link #bring} did: the transaction failed. */
    public void leave(StoredFile file) {
        if (file.place() == StoredFile.Place.DIRECTORY) {
            directory.delete(file.id());
        }
    }

    /** Sends a part of a file; without a transaction of the caller it holds no connection meanwhile. */
    public void send(StoredFile file, ByteRange range, OutputStream out) throws IOException {
        if (range.length() <= 0) {
            return;
        }
        if (file.place() == StoredFile.Place.DIRECTORY) {
            directory.send(file.id(), range, out);
        } else {
            CHUNKS.send(database, file.id(), range, out);
        }
    }
}
