package io.nocode.runtime.records;

import io.nocode.runtime.query.Parameters;
import io.nocode.shared.rest.RequestContext;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The short way to the two requests of which there are most: a list of rows, and one row. JAX-RS takes longer to find and
 * call a method than these take to be answered. Only what is quite ordinary goes this way; everything else, and whatever
 * JAX-RS would refuse, goes on to {@link RowsResource}, which answers the same by the same means.
 */
public class RowsShortcut implements Filter {
    private static final String ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final Pattern ROWS =
            Pattern.compile("/api/v1/runtime/projects/" + ID + "/tables/([a-z][a-z0-9_]*)(?:/" + ID + ")?/?");
    private static final String ENVIRONMENT = "environment";
    private static final String FIELDS = "fields";
    private static final Set<String> OF_ONE = Set.of(ENVIRONMENT, FIELDS);

    @Inject
    private RowReads reads;

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        RequestContext context = RequestContext.get();
        Matcher path = ROWS.matcher(context.path());
        if (!context.method().equals("GET")
                || CurrentUser.get() instanceof Caller.Anonymous
                || !takesJson(request.getHeader("Accept"))
                || !path.matches()) {
            chain.doFilter(request, response);
            return;
        }
        UUID project = UUID.fromString(path.group(1));
        String table = path.group(2);
        Parameters parameters = Parameters.parse(context.query());
        Map<String, String> first = first(parameters);
        String environment = first.getOrDefault(ENVIRONMENT, request.getHeader("X-Environment"));
        @Nullable String id = path.group(3);
        if (id == null) {
            write(response, reads.list(project, environment, table, parameters));
        } else if (OF_ONE.containsAll(first.keySet())) {
            write(response, reads.find(project, environment, table, UUID.fromString(id), first.get(FIELDS)));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean takesJson(@Nullable String accept) {
        return accept == null
                || accept.equals("*/*")
                || accept.equals("application/json")
                || accept.startsWith("application/json,") && !accept.contains("application/problem+json");
    }

    /** The first value of each parameter. */
    private static Map<String, String> first(Parameters parameters) {
        Map<String, String> first = new HashMap<>();
        for (Parameters.One one : parameters.all()) {
            first.putIfAbsent(one.name(), one.value());
        }
        return first;
    }

    private static void write(HttpServletResponse response, TaggedRow row) throws IOException {
        response.setHeader("ETag", row.tag());
        byte[] json = row.json();
        if (json == null) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            write(response, json);
        }
    }

    private static void write(HttpServletResponse response, byte[] json) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
