package io.nocode.runtime.served;

import io.nocode.runtime.apps.AppConfiguration.Notice;
import io.nocode.runtime.apps.AppProblem;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Authenticator;
import io.nocode.shared.security.Caller;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves what is live under {@code /apps/{slug}/}, and at host names of its own: the frame, the description of the
 * application, and the pages of who asks. Everything is made once for a version and kept.
 */
@WebServlet(urlPatterns = "/apps/*", asyncSupported = true)
public class AppsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([a-z0-9]+(?:--?[a-z0-9]+)*)(/.*)?");
    private static final Pattern PAGE = Pattern.compile("/pages/([0-9a-f-]{36})\\.json");
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    @Inject
    private transient ServedApps apps;

    @Inject
    private transient Authenticator authenticator;

    private transient @Nullable Shell shell;

    @Override
    public void init() {
        shell = new Shell(getServletContext());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw CommonProblem.METHOD_NOT_ALLOWED.because();
        }
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            plain(response, 404, "no_app");
            return;
        }
        String inner = path.group(2) == null ? "/" : path.group(2);
        boolean data = inner.endsWith(".json");
        try {
            Optional<ServedApp> app = apps.find(path.group(1));
            if (app.isEmpty()) {
                missing(response, data);
            } else if (app.get().isStopped()) {
                stopped(response, app.get(), data);
            } else if (data) {
                data(request, response, app.get(), inner);
            } else if (inner.equals("/theme.css")) {
                keep(request, response, app.get().theme(), false);
            } else {
                shell(request, response, app.get(), inner);
            }
        } catch (DatabaseFault away) {
            if (data || !away.isUnavailable()) {
                throw away;
            }
            response.setHeader("Retry-After", "5");
            plain(response, 503, "unavailable");
        }
    }

    private void data(HttpServletRequest request, HttpServletResponse response, ServedApp app, String inner)
            throws IOException {
        Audience audience = audience(request, app);
        Optional<Body> body =
                switch (inner) {
                    case "/app.json" -> Optional.of(app.description(audience));
                    case "/bundle.json" -> Optional.of(app.bundle(audience));
                    default -> {
                        Matcher page = PAGE.matcher(inner);
                        yield page.matches() ? app.page(audience, page.group(1)) : Optional.empty();
                    }
                };
        response.addHeader("Vary", "Authorization");
        keep(request, response, body.orElseThrow(CommonProblem.NOT_FOUND::because), audience.role() != null);
    }

    private void shell(HttpServletRequest request, HttpServletResponse response, ServedApp app, String inner)
            throws IOException {
        Shell frame = java.util.Objects.requireNonNull(shell);
        String root = request.getContextPath() + "/";
        boolean own = request.getDispatcherType() == DispatcherType.FORWARD;
        String base = own ? root : root + "apps/" + app.identity().key() + "/";
        response.setHeader("Content-Security-Policy", frame.policy());
        response.setHeader("X-Frame-Options", "DENY");
        Body body = frame.of(app, root, base);
        if (app.hasPage(inner) || inner.startsWith("/-/")) {
            keep(request, response, body, false);
        } else {
            response.setStatus(404);
            response.setHeader("Cache-Control", "no-cache");
            write(response, body.type(), body.plain());
        }
    }

    /** Only an end user of this very application is somebody here; whose token is anything else learns that it is none. */
    private Audience audience(HttpServletRequest request, ServedApp app) {
        String authorization = request.getHeader("Authorization");
        if (authorization == null) {
            return Audience.EVERYBODY;
        }
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                && authenticator.byToken(authorization.substring(7).strip()) instanceof Caller.EndUser user
                && user.app().equals(app.identity().app())
                && user.environment().equals(app.identity().environment())) {
            return new Audience(user.role());
        }
        throw CommonProblem.UNAUTHENTICATED.because();
    }

    private static void missing(HttpServletResponse response, boolean data) throws IOException {
        if (data) {
            throw CommonProblem.NOT_FOUND.because();
        }
        plain(response, 404, "no_app");
    }

    private static void stopped(HttpServletResponse response, ServedApp app, boolean data) throws IOException {
        Problem problem = AppProblem.APP_STOPPED.because().retryAfter(LOOK_AGAIN);
        if (data) {
            throw problem;
        }
        response.setHeader("Retry-After", String.valueOf(LOOK_AGAIN.toSeconds()));
        Notice notice = app.settings().maintenance();
        if (notice == null || notice.title() == null) {
            plain(response, 503, "stopped");
        } else {
            String text = notice.text() == null ? "" : notice.text();
            page(response, 503, PlainPage.of(language(), notice.title(), text));
        }
    }

    private static void plain(HttpServletResponse response, int status, String key) throws IOException {
        page(response, status, PlainPage.of(language(), key));
    }

    private static void page(HttpServletResponse response, int status, String html) throws IOException {
        response.setStatus(status);
        response.setHeader("Content-Security-Policy", PlainPage.POLICY);
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", "Accept-Language");
        write(response, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with what is kept, or that the client has it already. It asks each time: a new version shows at once. */
    private static void keep(HttpServletRequest request, HttpServletResponse response, Body body, boolean personal)
            throws IOException {
        byte[] packed = takesGzip(request) ? body.packed() : null;
        response.setHeader("ETag", packed == null ? body.tag() : body.packedTag());
        response.setHeader("Cache-Control", personal ? "private, no-cache" : "no-cache");
        response.addHeader("Vary", "Accept-Encoding");
        if (isKnown(request.getHeader("If-None-Match"), body)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (packed != null) {
            response.setHeader("Content-Encoding", "gzip");
        }
        write(response, body.type(), packed == null ? body.plain() : packed);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    /** Weak comparison, as If-None-Match has it (RFC 9110, section 13.1.2). */
    private static boolean isKnown(@Nullable String tags, Body body) {
        return tags != null && (tags.contains(body.tag()) || tags.contains(body.packedTag()) || tags.equals("*"));
    }

    private static void write(HttpServletResponse response, String type, byte[] bytes) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static Locale language() {
        return RequestContext.currentLanguage();
    }
}
