package io.nocode.foundation.mail;

import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.settings.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where people reach the web application: {@code nocode.public-url}. In production it must be set, since a request's
 * Host header is what its sender likes it to be, and a link in a mail may be a key to an account.
 */
public final class PublicUrl {
    private static final String KEY = "nocode.public-url";

    private PublicUrl() {}

    /** Without a slash at the end. */
    public static String base() {
        return configured().orElseGet(() -> {
            if (!Settings.development()) {
                throw new IllegalStateException(
                        KEY + " is not set: where people reach the application, such as https://nocode.example.com.");
            }
            RequestContext request = RequestContext.orNull();
            return request == null ? "http://localhost:8080" : request.base();
        });
    }

    /** The platform's own host name, in small letters. */
    public static String host() {
        return host(base());
    }

    /** The host name that the configuration gives the platform; empty where it gives none. */
    public static String configuredHost() {
        return configured().map(PublicUrl::host).orElse("");
    }

    private static String host(String url) {
        return Objects.requireNonNullElse(URI.create(url).getHost(), "").toLowerCase(Locale.ROOT);
    }

    /**
     * What the configuration says.
     *
     * @throws IllegalStateException where it says what cannot be
     */
    static Optional<String> configured() {
        return Settings.text(KEY).map(PublicUrl::checked);
    }

    static String checked(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null) {
                return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            }
        } catch (IllegalArgumentException notAUrl) {
            // Told below.
        }
        throw new IllegalStateException(KEY + " must be a URL such as https://nocode.example.com, not '" + url + "'.");
    }
}
