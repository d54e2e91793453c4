package io.nocode.shared.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Serves the web application: hashed assets for a year, and its one page for every address that is no file and
 * belongs to nobody else, so that deep links work.
 */
public class WebApplication implements Filter {
    /** The addresses of the web application's views. */
    private static final Pattern VIEWS = Pattern.compile("/([a-z0-9_-]+/?)*|/index\\.html");

    private static final Pattern OTHERS = Pattern.compile("/(api|health|metrics|openapi|apps|webjars|assets)(/.*)?");

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        String path = RequestContext.get().path();
        if (!VIEWS.matcher(path).matches() || OTHERS.matcher(path).matches()) {
            if (path.startsWith("/assets/")) {
                response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            }
            chain.doFilter(request, response);
            return;
        }
        try (InputStream page = request.getServletContext().getResourceAsStream("/index.html")) {
            if (page == null) {
                chain.doFilter(request, response);
                return;
            }
            String html = new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("<base href=\"/\"", "<base href=\"" + request.getContextPath() + "/\"");
            response.setHeader("Cache-Control", "no-cache");
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
        }
    }
}
