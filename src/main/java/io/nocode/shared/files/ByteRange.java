package io.nocode.shared.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A range of bytes, both ends included (RFC 9110, section 14). */
public record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    public static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    /**
     * The range that a header asks for; empty where the whole is to be sent: no header, several ranges, or nonsense.
     *
     * @throws io.nocode.shared.problem.Problem RANGE_NOT_SATISFIABLE where no byte of it exists
     */
    public static Optional<ByteRange> parse(@Nullable String header, long size) {
        Matcher match = header == null ? null : ONE.matcher(header);
        if (match == null
                || !match.matches()
                || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (match.group(1).isEmpty()) {
            long length = Math.min(Long.parseLong(match.group(2)), size);
            return satisfiable(size - length, size - 1, size);
        }
        long first = Long.parseLong(match.group(1));
        long last = match.group(2).isEmpty() ? size - 1 : Long.parseLong(match.group(2));
        return last < first && !match.group(2).isEmpty()
                ? Optional.empty()
                : satisfiable(first, Math.min(last, size - 1), size);
    }

    private static Optional<ByteRange> satisfiable(long first, long last, long size) {
        if (first >= size || last < first) {
            throw FileProblem.RANGE_NOT_SATISFIABLE.because();
        }
        return Optional.of(new ByteRange(first, last));
    }

    public long length() {
        return last - first + 1;
    }

    public String contentRange(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
