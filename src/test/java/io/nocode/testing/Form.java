package io.nocode.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files, as a browser sends it. */
public final class Form {
    private static final String BOUNDARY = "----test-7f3a";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String contentType = "multipart/form-data; boundary=" + BOUNDARY;

    private Form() {}

    public static Form empty() {
        return new Form();
    }

    /** A form of one file. */
    public static Form of(String part, String filename, byte[] content) {
        return empty().and(part, filename, content);
    }

    /** One more file. The file's name goes as it is given. */
    public Form and(String part, String filename, byte[] content) {
        bytes.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + filename + "\"\r\nContent-Type: application/x-whatever\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** The same with another Content-Type. */
    public Form as(String type) {
        contentType = type;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    String contentType() {
        return contentType;
    }
}
