package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Body;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.components.TreeSets;
import io.nocode.studio.pages.PageSets;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.TableSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document read for a project with certain tables: what it names like them, it means.
 *
 * @param pages with their trees, without ids
 */
record DocumentReading(ProjectDocument document, List<TableSchema> tables, ArrayNode pages) {
    /** Reads it; throws everything that is wrong with it. */
    static DocumentReading of(JsonNode body, List<TableSchema> now, TableSets sets) {
        JsonNode version = body.path("format_version");
        if (version.isInt() && version.intValue() > ProjectDocument.VERSION) {
            throw DocumentProblem.DOCUMENT_TOO_NEW.because(version.intValue(), ProjectDocument.VERSION);
        }
        ProjectDocument document = Body.as(body, ProjectDocument.class);
        Faults faults = new Faults();
        if (version.intValue() < 1) {
            faults.add("format_version", "field.at_least", 1);
        }
        Map<String, TableSchema> byName = new HashMap<>();
        now.forEach(table -> byName.put(table.name(), table));
        List<TableSchema> tables = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < document.tables().size(); i++) {
            ProjectDocument.Table part = document.tables().get(i);
            String path = "tables[" + i + "]";
            if (!names.add(part.tableName())) {
                faults.add(path + ".table_name", "field.duplicate");
                continue;
            }
            paths.add(path);
            tables.add(sets.read(
                    byName.get(part.tableName()),
                    part.tableName(),
                    part.displayName(),
                    part.description(),
                    part.icon(),
                    part.fieldsConfig(),
                    part.options(),
                    part.policies(),
                    path,
                    faults));
        }
        ArrayNode pages = pages(document, faults);
        sets.check(tables, paths, faults);
        return new DocumentReading(document, tables, pages);
    }

    private static ArrayNode pages(ProjectDocument document, Faults faults) {
        ArrayNode pages = Json.array();
        Set<String> routes = new HashSet<>();
        boolean home = false;
        for (int i = 0; i < document.allPages().size(); i++) {
            String path = "pages[" + i + "]";
            ObjectNode page = (ObjectNode) Json.tree(document.allPages().get(i));
            page.put("route", PageSets.route(page.path("route").asText()));
            if (!routes.add(page.path("route").asText())) {
                faults.add(path + ".route", "field.duplicate");
            }
            if (home && page.path("is_home").asBoolean()) {
                faults.add(path + ".is_home", "field.duplicate");
            }
            home |= page.path("is_home").asBoolean();
            if (!page.path("config").isNull() && !page.path("config").isObject()) {
                faults.add(path + ".config", "field.must_be_object");
            }
            TreeSets.check(page.path("components"), path + ".components", faults);
            pages.add(page);
        }
        return pages;
    }

    /** The content as it is compared: tables with the ids that they would have. */
    ObjectNode content() {
        ObjectNode content = Json.object();
        content.set("tables", io.nocode.studio.schema.TableSchemaJson.writeAll(tables));
        content.set("pages", pages);
        content.set("workflows", document.allWorkflows());
        return content;
    }
}
