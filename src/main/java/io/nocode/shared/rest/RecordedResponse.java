package io.nocode.shared.rest;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Holds an answer back until it has been stored. */
final class RecordedResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    RecordedResponse(HttpServletResponse response) {
        super(response);
    }

    StoredAnswer answer() {
        return new StoredAnswer(getStatus(), getContentType(), getHeader("Location"), body.toByteArray());
    }

    /** Lets the answer go. */
    void send() throws IOException {
        getResponse().getOutputStream().write(body.toByteArray());
    }

    @Override
    public void flushBuffer() {
        // Nothing leaves before it is stored.
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int value) {
                body.write(value);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("An answer that is stored first is not written asynchronously.");
            }
        };
    }
}
