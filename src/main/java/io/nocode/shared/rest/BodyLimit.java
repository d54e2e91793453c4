package io.nocode.shared.rest;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.settings.Settings;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Stops reading a body that is larger than its kind of endpoint takes. */
final class BodyLimit extends HttpServletRequestWrapper {
    private static final long MIB = 1024L * 1024L;
    private static final long PLAIN = Settings.number("nocode.limits.body-mib", 1) * MIB;
    private static final long BULK = Settings.number("nocode.limits.bulk-mib", 10) * MIB;
    private static final long FILE = Settings.number("nocode.limits.file-mib", 50) * MIB;

    /** A file in a form: what stands around it is little. */
    private static final long FORM = FILE + MIB;

    /** How much of a refused body is read all the same. */
    private static final long DRAINED = 16 * MIB;

    private final long limit;
    private @Nullable ServletInputStream stream;

    private BodyLimit(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    /** The request as it may be read; TOO_LARGE at once where its declared length is over the limit. */
    static HttpServletRequest of(HttpServletRequest request, String path) throws IOException {
        String method = request.getMethod();
        if (method.equals("GET") || method.equals("HEAD")) {
            return request;
        }
        long limit = path.contains("/files/")
                ? FORM
                : path.endsWith("/import") || path.endsWith("/infer")
                        ? FILE
                        : path.endsWith("/bulk") || path.endsWith("/batch") ? BULK : PLAIN;
        if (request.getContentLengthLong() > limit) {
            drain(request.getInputStream());
            throw CommonProblem.TOO_LARGE.because(limit / MIB);
        }
        return new BodyLimit(request, limit);
    }

    /** Takes what is on its way, within reason: a client that is cut off while it sends does not read the answer. */
    static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long taken = 0;
        for (int count = 0; count >= 0 && taken < DRAINED; taken += count) {
            count = body.read(buffer);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Limited(super.getInputStream(), limit);
        }
        return stream;
    }

    private static final class Limited extends ServletInputStream {
        private final ServletInputStream body;
        private final long limit;
        private long read;

        Limited(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > limit) {
                drain(body);
                throw CommonProblem.TOO_LARGE.because(limit / MIB);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
