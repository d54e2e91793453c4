package io.nocode.shared.rest;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the request that this thread answers; set by the front door.
 *
 * @param id as in {@code X-Request-Id}
 * @param base scheme, host and context path as the client used them, without a slash at the end
 * @param path the path after the base, with a slash at the start
 * @param query the raw query, or null
 * @param language English or French
 * @param address where the request came from
 */
public record RequestContext(
        String id,
        String method,
        String base,
        String path,
        @Nullable String query,
        Locale language,
        String address,
        @Nullable String userAgent,
        boolean wantsProblemJson,
        @Nullable String ifMatch,
        @Nullable String ifNoneMatch) {
    private static final Pattern HOST = Pattern.compile("://([^/:]*?)\\.?(:\\d*)?(/|$)");

    private static final ThreadLocal<@Nullable RequestContext> CURRENT = new ThreadLocal<>();

    /** The request that this thread answers; null in background work. */
    public static @Nullable RequestContext orNull() {
        return CURRENT.get();
    }

    public static RequestContext get() {
        return Objects.requireNonNull(CURRENT.get(), "Not within a request.");
    }

    /** The host name that the client used, in small letters and without a port; empty for an address of version 6. */
    public String host() {
        Matcher host = HOST.matcher(base);
        return host.find() ? host.group(1).toLowerCase(Locale.ROOT) : "";
    }

    static void set(@Nullable RequestContext request) {
        if (request == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(request);
        }
    }

    /** Does something in another thread with the request's context. */
    public static <T extends @Nullable Object> T within(RequestContext request, Supplier<T> work) {
        RequestContext before = CURRENT.get();
        CURRENT.set(request);
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    /** The language of the answer: the request's, or English in background work. */
    public static Locale currentLanguage() {
        RequestContext request = CURRENT.get();
        return request == null ? Locale.ENGLISH : request.language();
    }

    /** The absolute URL of a path of the API, such as {@code /api/v1/studio/projects/}. */
    public static String url(String path) {
        return get().base() + path;
    }

    /** This request's URL with one query parameter set to a value; the others stay as they are. */
    public static String urlWith(String name, String value) {
        RequestContext request = get();
        StringBuilder url = new StringBuilder(request.base()).append(request.path());
        char separator = '?';
        if (request.query() != null) {
            for (String parameter : request.query().split("&")) {
                if (!parameter.isEmpty() && !parameter.equals(name) && !parameter.startsWith(name + "=")) {
                    url.append(separator).append(parameter);
                    separator = '&';
                }
            }
        }
        return url.append(separator)
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
