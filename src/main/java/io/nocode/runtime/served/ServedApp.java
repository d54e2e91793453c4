package io.nocode.runtime.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.apps.AppConfiguration;
import io.nocode.shared.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An application as it is live in an environment. It does not change: what is made of it is kept with it, and both go
 * when another version comes.
 */
final class ServedApp {
    private static final String JSON = "application/json";

    private final Identity identity;
    private final boolean stopped;
    private final int version;
    private final AppConfiguration settings;
    private final List<Page> pages = new ArrayList<>();
    private final Map<String, Body> bodies = new ConcurrentHashMap<>();

    /**
     * Which application this is.
     *
     * @param key as it stands below {@code /apps/}
     */
    record Identity(UUID app, UUID project, String environment, String key, String name) {}

    private record Page(String id, String access, RoutePattern route, JsonNode content) {}

    /** @param content what the deployment made live: the pages of the version, and never anything of a draft */
    ServedApp(Identity identity, boolean stopped, int version, AppConfiguration settings, JsonNode content) {
        this.identity = identity;
        this.stopped = stopped;
        this.version = version;
        this.settings = settings;
        for (JsonNode page : content.path("pages")) {
            pages.add(new Page(
                    page.path("id").asText(),
                    page.path("access").asText(),
                    RoutePattern.of(page.path("route").asText()),
                    page));
        }
    }

    Identity identity() {
        return identity;
    }

    boolean isStopped() {
        return stopped;
    }

    AppConfiguration settings() {
        return settings;
    }

    /** Whether a path below the application's address is one of its pages. */
    boolean hasPage(String path) {
        return path.equals("/") || pages.stream().anyMatch(page -> page.route().matches(path));
    }

    /** The names of the pages that need no account. */
    List<String> publicPages() {
        return pages.stream()
                .filter(page -> Audience.EVERYBODY.sees(page.access()))
                .map(page -> page.content().path("name").asText())
                .toList();
    }

    /** What a front end needs to know first: the application, and the pages that these people may see. */
    Body description(Audience audience) {
        return kept("app " + audience.role(), () -> Body.of(JSON, Json.bytes(describe(audience))));
    }

    /** All pages that these people may see, whole. */
    Body bundle(Audience audience) {
        return kept("bundle " + audience.role(), () -> {
            ObjectNode bundle = head();
            ArrayNode all = bundle.putArray("pages");
            pages.stream().filter(page -> audience.sees(page.access())).forEach(page -> all.add(page.content()));
            return Body.of(JSON, Json.bytes(bundle));
        });
    }

    /** One page, whole; empty for one that is not theirs to see, as for one that is not there. */
    Optional<Body> page(Audience audience, String id) {
        return pages.stream()
                .filter(page -> page.id().equals(id) && audience.sees(page.access()))
                .findFirst()
                .map(page -> kept("page " + id, () -> Body.of(JSON, Json.bytes(page.content()))));
    }

    /** The application's colours, as far as they are colours. */
    Body theme() {
        return kept("theme", () -> Body.of("text/css", Theme.css(settings.theme())));
    }

    /** Something that is made once. */
    Body kept(String what, java.util.function.Supplier<Body> make) {
        Body known = bodies.get(what);
        return known == null ? bodies.computeIfAbsent(what, key -> make.get()) : known;
    }

    private ObjectNode head() {
        return Json.object()
                .put("id", identity.app().toString())
                .put("name", identity.name())
                .put("version", version)
                .put("environment", identity.environment());
    }

    private ObjectNode describe(Audience audience) {
        ObjectNode description = head();
        description
                .put("project", identity.project().toString())
                .put("registration", Json.tree(settings.registration()).asText())
                .put("password_min_length", settings.passwordMinLength())
                .put("has_private_pages", pages.stream().anyMatch(page -> !Audience.EVERYBODY.sees(page.access())))
                .set("not_found", Json.tree(settings.notFound() == null ? Map.of() : settings.notFound()));
        ArrayNode mine = description.putArray("pages");
        for (Page page : pages) {
            if (audience.sees(page.access())) {
                ObjectNode entry = mine.addObject();
                for (String property : List.of("id", "name", "title", "route", "is_home", "access")) {
                    entry.set(property, page.content().path(property));
                }
            }
        }
        return description;
    }
}
