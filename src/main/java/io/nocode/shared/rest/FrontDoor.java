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
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes first: its id, the security headers, one reading of its URL, CORS, and who is asking. In
 * that order and before any resource is looked for, so that no vendor's matching decides who gets in.
 */
public class FrontDoor implements Filter {
    private static final String APPS = "/apps/";
    private static final String VISIT = Applications.Visit.class.getName();
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

    @Inject
    private Applications applications;

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
            Optional<Applications.Site> site = applications.atHost(context.host());
            if (path.startsWith("/api/") || path.equals("/api")) {
                api(request, response, path, site, chain);
            } else {
                page(request, response, path, site, chain);
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
            if (request.getAttribute(VISIT) instanceof Applications.Visit visit) {
                visit.answered(response.getStatus(), System.nanoTime() - start);
            }
            CurrentUser.clear();
            RequestContext.set(null);
        }
    }

    /** A page, or what belongs to one. At a host name of its own an application stands at the root, and nothing else. */
    private void page(
            HttpServletRequest request,
            HttpServletResponse response,
            String path,
            Optional<Applications.Site> site,
            FilterChain chain)
            throws IOException, ServletException {
        UrlTricks.refuse(path);
        boolean own = site.isPresent() && !path.startsWith("/assets/");
        String inside = own ? APPS + site.get().name() + path : path;
        if (inside.startsWith(APPS)) {
            if (cors.answered(request, response, inside)) {
                return;
            }
            request.setAttribute(VISIT, applications.visit(inside, Caller.NOBODY));
        }
        if (own) {
            request.getRequestDispatcher(inside).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void api(
            HttpServletRequest request,
            HttpServletResponse response,
            String path,
            Optional<Applications.Site> site,
            FilterChain chain)
            throws IOException, ServletException {
        if (cors.answered(request, response, path)) {
            return;
        }
        UrlTricks.refuse(path);
        if (site.isPresent() && !site.get().hasApi(path)) {
            throw CommonProblem.NOT_FOUND.because();
        }
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        boolean open = PublicPaths.contains(plain);
        Caller caller = caller(request, plain, open);
        if (!open && caller instanceof Caller.Anonymous) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
        CurrentUser.set(caller);
        rateLimit.count(caller, RequestContext.get().address());
        request.setAttribute(VISIT, applications.visit(plain, caller));
        MediaTypes.refuse(request);
        chain.doFilter(BodyLimit.of(request, plain), response);
    }

    /** A credential that is not valid is refused, except where none is needed: there it is as if none was sent. */
    private Caller caller(HttpServletRequest request, String path, boolean open) {
        try {
            Caller caller = caller(request);
            if (!EndUserPaths.knows(caller, path)) {
                throw CommonProblem.UNAUTHENTICATED.because();
            }
            return caller;
        } catch (Problem refused) {
            if (open && refused.reason().status() == 401) {
                return Caller.NOBODY;
            }
            throw refused;
        }
    }

    private Caller caller(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
                throw CommonProblem.UNAUTHENTICATED.because();
            }
            return authenticator.byToken(authorization.substring(7).strip());
        }
        String key = request.getHeader("X-API-Key");
        return key == null ? Caller.NOBODY : authenticator.byApiKey(key);
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
