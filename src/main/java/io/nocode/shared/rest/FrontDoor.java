package io.nocode.shared.rest;

import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.security.Authenticator;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes first: its id, the security headers, one reading of its URL, CORS, and who is asking. In
 * that order and before any resource is looked for, so that no vendor's matching decides who gets in.
 */
public class FrontDoor implements Filter {
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Inject
    private Authenticator authenticator;

    @Inject
    private TrustedProxies proxies;

    @Inject
    private Cors cors;

    @Inject
    private RateLimit rateLimit;

    @Inject
    private Metrics metrics;

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        String path = request.getRequestURI().substring(request.getContextPath().length());
        RequestContext context = context(request, path);
        RequestContext.set(context);
        long start = System.nanoTime();
        try {
            response.setHeader("X-Request-Id", context.id());
            SecurityHeaders.set(response, path);
            if (path.startsWith("/api/") || path.equals("/api")) {
                api(request, response, path, chain);
            } else {
                UrlTricks.refuse(path);
                chain.doFilter(request, response);
            }
        } catch (RuntimeException | ServletException thrown) {
            if (response.isCommitted()) {
                throw thrown;
            }
            Answers.write(response, ProblemMapper.problem(thrown));
        } finally {
            if (path.startsWith("/api/")) {
                metrics.answered(context.method(), response.getStatus(), System.nanoTime() - start);
            }
            CurrentUser.clear();
            RequestContext.set(null);
        }
    }

    private void api(HttpServletRequest request, HttpServletResponse response, String path, FilterChain chain)
            throws IOException, ServletException {
        if (cors.answered(request, response)) {
            return;
        }
        UrlTricks.refuse(path);
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        boolean open = PublicPaths.contains(plain);
        Caller caller = caller(request, open);
        if (!open && caller instanceof Caller.Anonymous) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
        CurrentUser.set(caller);
        rateLimit.count(caller, RequestContext.get().address());
        chain.doFilter(BodyLimit.of(request, plain), response);
    }

    /** A credential that is not valid is refused, except where none is needed: there it is as if none was sent. */
    private Caller caller(HttpServletRequest request, boolean open) {
        try {
            String authorization = request.getHeader("Authorization");
            if (authorization != null) {
                if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
                    throw CommonProblem.UNAUTHENTICATED.because();
                }
                return authenticator.byToken(authorization.substring(7).strip());
            }
            String key = request.getHeader("X-API-Key");
            return key == null ? Caller.NOBODY : authenticator.byApiKey(key);
        } catch (Problem refused) {
            if (open && refused.reason().status() == 401) {
                return Caller.NOBODY;
            }
            throw refused;
        }
    }

    private RequestContext context(HttpServletRequest request, String path) {
        String id = request.getHeader("X-Request-Id");
        String accept = request.getHeader("Accept");
        return new RequestContext(
                id != null && SANE_ID.matcher(id).matches() ? id : Ids.next().toString(),
                request.getMethod(),
                proxies.base(request),
                path,
                request.getQueryString(),
                language(request),
                proxies.address(request),
                request.getHeader("User-Agent"),
                accept != null && accept.contains(Answers.PROBLEM_JSON),
                request.getHeader("If-Match"),
                request.getHeader("If-None-Match"));
    }

    private static Locale language(HttpServletRequest request) {
        @Nullable String header = request.getHeader("Accept-Language");
        Stream<Locale> preferred = header == null ? Stream.empty() : Collections.list(request.getLocales()).stream();
        return Messages.language(preferred);
    }
}
