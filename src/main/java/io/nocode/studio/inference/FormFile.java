package io.nocode.studio.inference;

import io.nocode.shared.problem.CommonProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part {@code file} of a form (RFC 7578). Its name tells nothing but what a table could be called: no file of that
 * name is opened or written.
 */
record FormFile(String name, byte[] content) {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"?file\"?(?:;|\\s|$)");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"([^\"]{0,255})\"");

    /** The file; INVALID where the form has none. */
    static FormFile of(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw CommonProblem.INVALID.at("file", "field.required");
        }
        String named = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
        byte[] line = ("--" + named).getBytes(StandardCharsets.ISO_8859_1);
        int at = indexOf(body, line, 0);
        while (at >= 0) {
            int head = at + line.length + 2;
            int end = indexOf(body, line, head);
            if (end < 0) {
                break;
            }
            Optional<FormFile> file = part(body, head, end);
            if (file.isPresent()) {
                return file.get();
            }
            at = end;
        }
        throw CommonProblem.INVALID.at("file", "field.required");
    }

    private static Optional<FormFile> part(byte[] body, int from, int to) {
        int blank = indexOf(body, new byte[] {'\r', '\n', '\r', '\n'}, from);
        if (blank < 0 || blank >= to) {
            return Optional.empty();
        }
        String head = new String(body, from, blank - from, StandardCharsets.UTF_8);
        if (!NAME.matcher(head).find()) {
            return Optional.empty();
        }
        Matcher fileName = FILE_NAME.matcher(head);
        return Optional.of(new FormFile(
                fileName.find() ? fileName.group(1) : "",
                Arrays.copyOfRange(body, blank + 4, Math.max(blank + 4, to - 2))));
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        for (int i = Math.max(0, from); i <= body.length - wanted.length; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
