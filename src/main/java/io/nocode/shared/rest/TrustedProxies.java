package io.nocode.shared.rest;

import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose forwarded headers count: the addresses in {@code nocode.trusted-proxies}. */
@ApplicationScoped
public class TrustedProxies {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]+");

    private final Set<String> trusted = Set.copyOf(Settings.list("nocode.trusted-proxies"));

    /** Scheme, host and context path as the client used them. */
    String base(HttpServletRequest request) {
        String scheme = request.getScheme();
        String host = request.getHeader("Host");
        if (trusts(request)) {
            scheme = first(request, "X-Forwarded-Proto", scheme);
            host = first(request, "X-Forwarded-Host", host == null ? request.getServerName() : host);
        }
        if (host == null || !HOST.matcher(host).matches()) {
            host = request.getServerName() + ":" + request.getServerPort();
        }
        return scheme + "://" + host + request.getContextPath();
    }

    /** The address of the client itself. */
    String address(HttpServletRequest request) {
        return trusts(request) ? last(request, request.getRemoteAddr()) : request.getRemoteAddr();
    }

    private boolean trusts(HttpServletRequest request) {
        return trusted.contains(request.getRemoteAddr());
    }

    private static String first(HttpServletRequest request, String header, String otherwise) {
        String value = request.getHeader(header);
        return value == null ? otherwise : value.split(",", 2)[0].strip();
    }

    /** The last address that a trusted proxy added and that is not itself trusted. */
    private String last(HttpServletRequest request, String otherwise) {
        String header = request.getHeader("X-Forwarded-For");
        if (header == null) {
            return otherwise;
        }
        String[] hops = header.split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            if (!trusted.contains(hops[i].strip())) {
                return hops[i].strip();
            }
        }
        return otherwise;
    }
}
