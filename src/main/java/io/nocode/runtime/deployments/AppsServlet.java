package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.deployments.ServedApps.Served;
import io.nocode.shared.json.Json;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves what is live under {@code /apps/{slug}/}: a page that lists the public pages, and their bundle as JSON. */
@WebServlet("/apps/*")
public class AppsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([a-z0-9]+(?:--?[a-z0-9]+)*)/?(bundle\\.json)?");

    @Inject
    private transient ServedApps apps;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Optional<Served> served = path.matches() ? apps.find(path.group(1)) : Optional.empty();
        if (served.isEmpty()) {
            html(response, 404, "There is no such application", "");
        } else if (served.get().stopped()) {
            response.setHeader("Retry-After", "60");
            html(response, 503, "This application has been stopped", "");
        } else if (path.group(2) != null) {
            write(response, 200, "application/json", Json.text(served.get().bundle()));
        } else {
            JsonNode bundle = served.get().bundle();
            StringBuilder pages = new StringBuilder("<ul>");
            bundle.path("pages")
                    .forEach(page -> pages.append("<li>")
                            .append(escaped(page.path("name").asText()))
                            .append("</li>"));
            html(
                    response,
                    200,
                    bundle.path("name").asText(),
                    pages.append("</ul>").toString());
        }
    }

    private static void html(HttpServletResponse response, int status, String title, String body) throws IOException {
        String name = escaped(title);
        write(
                response,
                status,
                "text/html",
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + name + "</title><h1>" + name
                        + "</h1>" + body + "</html>");
    }

    private static void write(HttpServletResponse response, int status, String type, String text) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
