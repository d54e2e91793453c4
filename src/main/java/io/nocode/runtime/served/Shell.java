package io.nocode.runtime.served;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The frame in which an application's pages appear: one document for all of its addresses. */
final class Shell {
    /** Nothing but what this server sends, and not within anybody's frame. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final @Nullable String document;

    /** Reads it from the WAR; one that was built without its front end has none. */
    Shell(ServletContext context) {
        try (InputStream page = context.getResourceAsStream("/app.html")) {
            document = page == null ? null : new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The document for an application.
     *
     * @param root where the files of the server begin, with a slash at the end
     * @param base where the application begins, with a slash at the end
     */
    Body of(ServedApp app, String root, String base) {
        return app.kept("shell " + root + " " + base, () -> Body.of("text/html", html(app, root, base)));
    }

    private String html(ServedApp app, String root, String base) {
        String name = PlainPage.escaped(app.identity().name());
        if (document == null) {
            StringBuilder pages = new StringBuilder("<ul>");
            app.publicPages()
                    .forEach(page ->
                            pages.append("<li>").append(PlainPage.escaped(page)).append("</li>"));
            return PlainPage.html(
                    Locale.ENGLISH, app.identity().name(), pages.append("</ul>").toString());
        }
        String start = PlainPage.escaped(base);
        return document.replace("<base href=\"/\"", "<base href=\"" + PlainPage.escaped(root) + "\"")
                .replace("<title>Application</title>", "<title>" + name + "</title>")
                .replace(
                        "</head>",
                        "<meta name=\"app-base\" content=\"" + start + "\"><link rel=\"stylesheet\" href=\"" + start
                                + "theme.css\"></head>");
    }

    String policy() {
        return document == null ? PlainPage.POLICY : POLICY;
    }
}
