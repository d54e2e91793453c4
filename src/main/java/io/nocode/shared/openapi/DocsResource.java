package io.nocode.shared.openapi;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Swagger UI and ReDoc over the OpenAPI document, with every file from the WAR. */
@Path("")
@ApplicationScoped
public class DocsResource {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8");
    /** ReDoc asks its maker's host for this picture; a transparent one takes its place. */
    private static final String REDOC_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";

    private static final String NO_PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @GET
    @Path("docs")
    @Anyone
    @Operation(hidden = true)
    public Response swagger() {
        return page("swagger.html", "/api/docs/");
    }

    @GET
    @Path("docs/{file}")
    @Anyone
    @Operation(hidden = true)
    public Response swaggerFile(@PathParam("file") String file) {
        return switch (file) {
            case "swagger-ui.css", "swagger-ui-bundle.js" ->
                answer(file, files.computeIfAbsent(file, new Webjar("swagger-ui")::read));
            case "swagger.js" -> answer(file, files.computeIfAbsent(file, DocsResource::own));
            default -> throw CommonProblem.NOT_FOUND.because();
        };
    }

    @GET
    @Path("redoc")
    @Anyone
    @Operation(hidden = true)
    public Response redoc() {
        return page("redoc.html", "/api/redoc/");
    }

    @GET
    @Path("redoc/{file}")
    @Anyone
    @Operation(hidden = true)
    public Response redocFile(@PathParam("file") String file) {
        if (!file.equals("redoc.standalone.js")) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return answer(
                file,
                files.computeIfAbsent(
                        file,
                        name -> new String(new Webjar("redoc").read(name), StandardCharsets.UTF_8)
                                .replace(REDOC_LOGO, NO_PICTURE)
                                .getBytes(StandardCharsets.UTF_8)));
    }

    /** A page, whose relative links start from a base that is the same with and without a slash at the URL's end. */
    private Response page(String file, String base) {
        String html = new String(files.computeIfAbsent(file, DocsResource::own), StandardCharsets.UTF_8);
        return answer("html", html.replace("{base}", RequestContext.url(base)).getBytes(StandardCharsets.UTF_8));
    }

    private static Response answer(String file, byte[] bytes) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return Response.ok(bytes, Objects.requireNonNull(TYPES.get(ending)))
                .header("Cache-Control", ending.equals("html") ? "no-cache" : "public, max-age=3600")
                .build();
    }

    private static byte[] own(String file) {
        try (InputStream stream = DocsResource.class.getResourceAsStream("/docs/" + file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
