package io.nocode.shared.files;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/** The parts of a form (RFC 7578) one after the other, as they arrive; nothing is kept in memory. */
public final class FormFiles {
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int MOST_PARTS = 200;
    private static final long MOST_DRAINED = 64L * 1024 * 1024;

    private FormFiles() {}

    /** Takes one part; what it leaves unread is passed over. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes a part.
         *
         * @param name of the form's field
         * @param filename as the client says; null where the part is no file
         */
        void take(String name, @Nullable String filename, InputStream content) throws IOException;
    }

    /** Takes what is still on its way, within reason: a client that is cut off while it sends does not read the answer. */
    public static void drain(InputStream body) {
        byte[] buffer = new byte[64 * 1024];
        try {
            long taken = 0;
            for (int count = body.read(buffer); count >= 0 && taken < MOST_DRAINED; count = body.read(buffer)) {
                taken += count;
            }
        } catch (IOException | Problem cutOff) {
            // Then it does not read the answer.
            return;
        }
    }

    /** Whether a body is a form, by its {@code Content-Type}. */
    public static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).matches("multipart/form-data\\s*(;.*)?");
    }

    /**
     * Reads a form to its end.
     *
     * @throws io.nocode.shared.problem.Problem UNSUPPORTED_MEDIA_TYPE where it is none; INVALID where it is broken
     */
    public static void read(@Nullable String contentType, InputStream body, Taker taker) throws IOException {
        if (contentType == null || !isForm(contentType)) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.because();
        }
        String boundary = parameters(contentType).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw CommonProblem.INVALID.at("Content-Type", "field.form.boundary");
        }
        try {
            MultipartInput parts = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                    .setPartHeaderSizeMax(LONGEST_HEAD)
                    .get();
            parts.setHeaderCharset(StandardCharsets.UTF_8);
            int count = 0;
            for (boolean next = parts.skipPreamble(); next; next = parts.readBoundary()) {
                if (++count > MOST_PARTS) {
                    throw CommonProblem.INVALID.at("body", "field.too_many", MOST_PARTS);
                }
                Map<String, String> head = disposition(parts.readHeaders());
                try (InputStream content = parts.newInputStream()) {
                    taker.take(head.getOrDefault("name", ""), head.get("filename"), content);
                }
            }
            if (count == 0) {
                throw CommonProblem.INVALID.at("body", "field.form.broken");
            }
        } catch (FileUploadSizeException
                | MultipartInput.MalformedStreamException
                | MultipartInput.FileUploadBoundaryException broken) {
            throw CommonProblem.INVALID.at("body", "field.form.broken");
        } catch (FileUploadException broken) {
            throw CommonProblem.INVALID.at("body", "field.form.broken");
        }
    }

    private static Map<String, String> disposition(String head) {
        for (String line : head.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase("Content-Disposition")) {
                return parameters(line.substring(colon + 1));
            }
        }
        return Map.of();
    }

    private static Map<String, String> parameters(String value) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(value, ';');
    }
}
