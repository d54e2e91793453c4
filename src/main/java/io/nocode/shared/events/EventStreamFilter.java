package io.nocode.shared.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the answer of an endpoint that has opened a stream into that stream. The endpoint itself is an ordinary one:
 * what it refuses is refused as everywhere. JAX-RS has streams of its own, but writes to them in the thread of whoever
 * sends, which a slow listener would hold.
 */
public class EventStreamFilter implements Filter {
    /** Where endpoints may open streams; nothing else is touched. */
    private static final Pattern PATHS = Pattern.compile("/events/?$");

    private static final ThreadLocal<@Nullable Opening> OPENING = new ThreadLocal<>();

    /** A request whose endpoint may open a stream. */
    private static final class Opening {
        private final HttpServletRequest request;
        private @Nullable EventStream stream;

        Opening(HttpServletRequest request) {
            this.request = request;
        }
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        if (!PATHS.matcher(request.getRequestURI()).find()) {
            chain.doFilter(request, response);
            return;
        }
        Opening opening = new Opening(request);
        OPENING.set(opening);
        boolean begun = false;
        try {
            chain.doFilter(request, new Held(response, opening));
            begun = opening.stream != null && response.getStatus() == 200;
        } finally {
            OPENING.remove();
            if (opening.stream != null && !begun) {
                opening.stream.close();
            }
        }
        if (begun && opening.stream != null) {
            begin(request, response, opening.stream);
        }
    }

    /** The header of the request that this thread answers; null where there is none. */
    static @Nullable String header(String name) {
        Opening opening = OPENING.get();
        return opening == null ? null : opening.request.getHeader(name);
    }

    /** Has this thread's answer become that stream. */
    static void answerWith(EventStream stream) {
        Opening opening = OPENING.get();
        if (opening == null) {
            throw new IllegalStateException("Streams are opened by endpoints whose path ends with events/.");
        }
        opening.stream = stream;
    }

    private static void begin(HttpServletRequest request, HttpServletResponse response, EventStream stream)
            throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        async.addListener(new Ending(stream));
        stream.begin(async, response.getOutputStream());
    }

    /** Keeps what an endpoint writes from the client once it has opened a stream. */
    private static final class Held extends HttpServletResponseWrapper {
        private final Opening opening;

        Held(HttpServletResponse response, Opening opening) {
            super(response);
            this.opening = opening;
        }

        private boolean isHeld(String header) {
            return opening.stream != null
                    && (header.equalsIgnoreCase("Content-Length")
                            || header.equalsIgnoreCase("Content-Type")
                            || header.equalsIgnoreCase("Transfer-Encoding"));
        }

        @Override
        public void setHeader(String name, String value) {
            if (!isHeld(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!isHeld(name)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setContentLength(int length) {
            if (opening.stream == null) {
                super.setContentLength(length);
            }
        }

        @Override
        public void setContentLengthLong(long length) {
            if (opening.stream == null) {
                super.setContentLengthLong(length);
            }
        }

        @Override
        public void flushBuffer() throws IOException {
            if (opening.stream == null) {
                super.flushBuffer();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return opening.stream == null ? super.getOutputStream() : new Nowhere();
        }
    }

    /** Where the empty body of the endpoint's own answer goes. */
    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int one) {}
    }

    private record Ending(EventStream stream) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            stream.close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            stream.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            stream.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
