package io.nocode.shared.files;

import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The directory of {@code nocode.files.dir}: files under their ids and nothing else, in 256 directories. What was
 * written is on the disk before anything refers to it.
 */
@ApplicationScoped
public class FileDirectory {
    private static final Logger LOG = Logger.getLogger(FileDirectory.class.getName());
    private static final int BUFFER = 256 * 1024;

    private final Optional<Path> root =
            Settings.text("nocode.files.dir").map(text -> Path.of(text).toAbsolutePath());

    boolean isSet() {
        return root.isPresent();
    }

    void write(UUID id, InputStream bytes) throws IOException {
        Path path = path(id);
        Path directory = Objects.requireNonNull(path.getParent());
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            settle(Objects.requireNonNull(directory.getParent()));
        }
        Path coming = path.resolveSibling(id + ".coming");
        try {
            try (FileChannel channel =
                    FileChannel.open(coming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                byte[] buffer = new byte[BUFFER];
                for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                    ByteBuffer piece = ByteBuffer.wrap(buffer, 0, count);
                    while (piece.hasRemaining()) {
                        channel.write(piece);
                    }
                }
                channel.force(true);
            }
            Files.move(coming, path, StandardCopyOption.ATOMIC_MOVE);
            settle(directory);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(coming);
            throw failed;
        }
    }

    /** Brings a directory's own entries to the disk, where the system can. */
    private static void settle(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            LOG.log(Level.FINE, "This system does not sync directories.", notHere);
        }
    }

    void send(UUID id, ByteRange range, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(path(id), StandardOpenOption.READ)) {
            byte[] buffer = new byte[BUFFER];
            long at = range.first();
            while (at <= range.last()) {
                ByteBuffer piece = ByteBuffer.wrap(buffer, 0, (int) Math.min(BUFFER, range.last() - at + 1));
                int count = channel.read(piece, at);
                if (count <= 0) {
                    throw new IOException("The file ends before its end.");
                }
                out.write(buffer, 0, count);
                at += count;
            }
        }
    }

    /** Deletes a file, if it is there; whether it is gone. */
    boolean delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
            return true;
        } catch (IOException failed) {
            LOG.log(Level.WARNING, failed, () -> "The file " + id + " was not deleted.");
            return false;
        }
    }

    /** Files that have been there for a while; what a killed process had not finished is deleted on the way. */
    List<UUID> olderThan(Instant moment) {
        List<UUID> old = new ArrayList<>();
        if (root.isEmpty() || !Files.isDirectory(root.get())) {
            return old;
        }
        try (DirectoryStream<Path> shelves = Files.newDirectoryStream(root.get(), "[0-9a-f][0-9a-f]")) {
            for (Path shelf : shelves) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(shelf)) {
                    for (Path file : files) {
                        if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                            String name = file.getFileName().toString();
                            if (name.endsWith(".coming")) {
                                Files.deleteIfExists(file);
                            } else if (name.length() == 36) {
                                old.add(UUID.fromString(name));
                            }
                        }
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return old;
    }

    private Path path(UUID id) {
        String name = id.toString();
        // The last digits of an id are its random ones.
        return root.orElseThrow(() ->
                        new IllegalStateException("nocode.files.dir is not set, but files were stored in a directory."))
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }
}
