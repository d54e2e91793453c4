package io.nocode.shared.rest;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Authenticator;
import io.nocode.shared.settings.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;

/** {@code /metrics} in Prometheus' text form: for loopback, {@code nocode.metrics.allow}, and superusers. */
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Metrics metrics;

    @Inject
    private transient Authenticator authenticator;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mayRead(request)) {
            throw CommonProblem.FORBIDDEN.because();
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().write(metrics.scrape());
    }

    private boolean mayRead(HttpServletRequest request) throws IOException {
        String address = RequestContext.get().address();
        if (InetAddress.getByName(address).isLoopbackAddress()
                || Set.copyOf(Settings.list("nocode.metrics.allow")).contains(address)) {
            return true;
        }
        String authorization = request.getHeader("Authorization");
        return authorization != null
                && authorization.startsWith("Bearer ")
                && authenticator.byToken(authorization.substring(7)).isSuperuser();
    }
}
