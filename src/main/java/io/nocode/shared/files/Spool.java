package io.nocode.shared.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes in a file of unknown length while nobody's connection or transaction waits for it. It is on the disk without a
 * name from its first byte on, so that nothing is left of it when the process ends, however that ends.
 */
public final class Spool extends OutputStream {
    private final FileChannel channel;
    private final MessageDigest digest;
    private final long most;
    private final Supplier<? extends RuntimeException> tooLarge;
    private long size;

    private Spool(FileChannel channel, long most, Supplier<? extends RuntimeException> tooLarge) {
        this.channel = channel;
        this.most = most;
        this.tooLarge = tooLarge;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * An empty one.
     *
     * @param most how many bytes it takes; at one more it throws
     */
    public static Spool open(long most, Supplier<? extends RuntimeException> tooLarge) throws IOException {
        Path path = Path.of(System.getProperty("java.io.tmpdir"), "nocode-" + UUID.randomUUID());
        // Systems with POSIX take the name away at once, others when it is closed.
        Set<StandardOpenOption> options = Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return new Spool(
                posix
                        ? FileChannel.open(
                                path,
                                options,
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                        : FileChannel.open(path, options),
                most,
                tooLarge);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (size + length > most) {
            throw tooLarge.get();
        }
        digest.update(bytes, offset, length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            size += channel.write(buffer);
        }
    }

    public long size() {
        return size;
    }

    /** The hash of what was written, in hexadecimal digits; asked for once, when all is there. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What was written, from its beginning. Closing it does nothing. */
    public InputStream read() throws IOException {
        SeekableByteChannel bytes = channel.position(0);
        return new Unclosed(Channels.newInputStream(bytes));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream inner) {
            super(inner);
        }

        @Override
        public void close() {
            // The spool is closed by who opened it.
        }
    }
}
