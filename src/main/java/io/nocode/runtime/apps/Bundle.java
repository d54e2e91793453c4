package io.nocode.runtime.apps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.SchemaDiff;
import io.nocode.studio.schema.TableSchemaJson;
import io.nocode.studio.versions.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is served of a version: its routes, pages and tables, checked to hang together. */
public final class Bundle {
    private Bundle() {}

    /**
     * The bundle of a version: {@code {version, routes, pages, tables}}.
     *
     * @throws BundleFault where two pages have one route, a page has none, or the tables cannot be made
     */
    public static ObjectNode of(Version version) {
        JsonNode pages = version.content().path("pages");
        ObjectNode bundle = Json.object().put("version", version.number());
        ArrayNode routes = bundle.putArray("routes");
        Set<String> taken = new HashSet<>();
        for (JsonNode page : pages) {
            String route = page.path("route").asText();
            if (!route.startsWith("/") || !taken.add(route)) {
                throw new BundleFault("The route '" + route + "' of the page '"
                        + page.path("name").asText() + "' is missing or taken by another page.");
            }
            routes.addObject()
                    .put("route", route)
                    .put("page", page.path("id").asText())
                    .put("access", page.path("access").asText("signed_in"));
        }
        version.tables()
                .forEach(table -> routes.addObject()
                        .put("route", "/tables/" + table.name() + "/")
                        .put("table", table.id().toString()));
        // Finds out now whether the steps to these tables can be told, and not while they are being made.
        SchemaDiff.between(List.of(), version.tables());
        bundle.set("pages", pages.isArray() ? pages : Json.array());
        bundle.set("tables", TableSchemaJson.writeAll(version.tables()));
        return bundle;
    }

    /** Why a version cannot be served. */
    public static final class BundleFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BundleFault(String message) {
            super(message);
        }
    }
}
