package io.nocode.studio.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All pages of a draft replaced at once. */
@ApplicationScoped
public class PageSets {
    /** What a route may be. */
    public static final String ROUTE = Page.ROUTE;
    /** What a page's access may be. */
    public static final String ACCESS = Page.ACCESS;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * Takes every page of a project away, with its components, and puts these there, without components.
     *
     * @return their ids: those that they have, or new ones
     */
    public List<UUID> replace(UUID project, ArrayNode pages) {
        Map<String, Instant> made = new HashMap<>();
        database.list(
                Sql.of("delete from page where project_id = ? returning id, created_at", project),
                row -> made.put(row.text("id"), row.instant("created_at")));
        List<UUID> ids = new ArrayList<>();
        Instant now = clock.instant();
        int place = 0;
        for (JsonNode page : pages) {
            String known = page.path("id").asText();
            UUID id = known.isEmpty() ? Ids.next() : UUID.fromString(known);
            ids.add(id);
            database.update(Sql.of(
                    "insert into page (id, project_id, name, route, is_home, title, access, config, created_at,"
                            + " updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    project,
                    page.path("name").asText(),
                    route(page.path("route").asText()),
                    page.path("is_home").asBoolean(),
                    page.path("title").asText(""),
                    page.path("access").asText("signed_in"),
                    page.path("config").isObject() ? page.path("config") : io.nocode.shared.json.Json.object(),
                    // The order of making is the order in which pages are listed.
                    made.getOrDefault(known, now.plusNanos(1_000L * place++)),
                    now));
        }
        return ids;
    }

    /** A route as it is stored. */
    public static String route(String asked) {
        return asked.length() > 1 ? asked.replaceAll("/$", "") : asked;
    }
}
