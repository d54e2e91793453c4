package io.nocode.shared.rest;

import io.nocode.shared.problem.CommonProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses headers about media types that cannot be read: the servers would answer with pages of their own. */
final class MediaTypes {
    private static final Pattern RANGE = Pattern.compile("\\s*((\\*|[^\\s;/]+/[^\\s;/]+)\\s*(;.*)?)?");
    private static final Pattern BAD_QUALITY = Pattern.compile(
            ";\\s*q\\s*=(?!\\s*(0(\\.[0-9]*)?|\\.[0-9]+|1(\\.0*)?)\\s*([,;]|$))", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /**
     * Looks at what is sent and what is wanted.
     *
     * @throws io.nocode.shared.problem.Problem UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE
     */
    static void refuse(HttpServletRequest request) {
        String type = request.getContentType();
        if (type != null && !type.equals(MediaType.APPLICATION_JSON) && !isMediaType(type)) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.because();
        }
        if (!isAcceptable(request.getHeader("Accept"))) {
            throw CommonProblem.NOT_ACCEPTABLE.because();
        }
    }

    private static boolean isAcceptable(@Nullable String accept) {
        return accept == null
                || accept.equals(MediaType.WILDCARD)
                || accept.equals(MediaType.APPLICATION_JSON)
                || Arrays.stream(accept.split(",", -1))
                                .allMatch(range -> RANGE.matcher(range).matches())
                        && !BAD_QUALITY.matcher(accept).find();
    }

    private static boolean isMediaType(String type) {
        try {
            MediaType read = MediaType.valueOf(type);
            return !read.isWildcardType() && !read.isWildcardSubtype();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
