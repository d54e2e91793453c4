package io.nocode.shared.rest;

import io.nocode.shared.files.Spool;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body has been read whole, so that it can be compared with an earlier one. A large one, which can only
 * be a file, waits on the disk.
 */
final class RepeatableRequest extends HttpServletRequestWrapper implements Closeable {
    private static final int IN_MEMORY = 1024 * 1024;

    private final byte[] body;
    private final @Nullable Spool large;

    RepeatableRequest(HttpServletRequest request) throws IOException {
        super(request);
        InputStream stream = request.getInputStream();
        body = stream.readNBytes(IN_MEMORY);
        large = body.length < IN_MEMORY ? null : spooled(body, stream);
    }

    private static Spool spooled(byte[] first, InputStream rest) throws IOException {
        Spool spool = Spool.open(Long.MAX_VALUE, IllegalStateException::new);
        try {
            spool.write(first);
            rest.transferTo(spool);
            return spool;
        } catch (IOException | RuntimeException failed) {
            spool.close();
            throw failed;
        }
    }

    private InputStream body() throws IOException {
        return large == null ? new ByteArrayInputStream(body) : large.read();
    }

    @Override
    public void close() throws IOException {
        if (large != null) {
            large.close();
        }
    }

    /** SHA-256 of where the request goes and what it carries. */
    String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((getRequestURI() + "?" + getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream bytes = body()) {
                bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        InputStream bytes = body();
        return new ServletInputStream() {
            private boolean ended = large == null && body.length == 0;

            @Override
            public int read() throws IOException {
                int next = bytes.read();
                ended = next < 0;
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = bytes.read(buffer, offset, length);
                ended = count < 0;
                return count;
            }

            @Override
            public boolean isFinished() {
                return ended;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body has been read already.");
            }
        };
    }
}
