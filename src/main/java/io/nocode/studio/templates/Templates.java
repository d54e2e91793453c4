package io.nocode.studio.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.rest.RequestContext;
import io.nocode.studio.documents.Imports;
import io.nocode.studio.generation.Kind;
import io.nocode.studio.generation.PageMaking;
import io.nocode.studio.generation.TablePages;
import io.nocode.studio.projects.StartingPoint;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.DraftTables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Fills new projects with what templates hold, in the language of whoever makes them. */
@ApplicationScoped
@Transactional
public class Templates implements StartingPoint {
    @Inject
    private Imports imports;

    @Inject
    private DraftTables tables;

    @Inject
    private Instance<SampleRows> rows;

    public List<TemplateView> list() {
        Locale language = RequestContext.currentLanguage();
        return Template.keys().stream()
                .map(key -> Template.named(key).view(language))
                .toList();
    }

    @Override
    public List<String> keys() {
        return Template.keys();
    }

    @Override
    public void fill(UUID project, String key) {
        Locale language = RequestContext.currentLanguage();
        ObjectNode template = Template.named(key).in(language);
        imports.fill(project, template.path("tables"), Json.array(), Json.array());
        imports.fill(project, template.path("tables"), pages(template, tables.of(project), language), (ArrayNode)
                template.path("workflows"));
        addRows(project, template);
    }

    private ArrayNode pages(ObjectNode template, List<TableSchema> made, Locale language) {
        UnaryOperator<String> words = PageMaking.words(language);
        ArrayNode pages = Json.array();
        ObjectNode home = pages.addObject()
                .put("name", template.path("name").asText())
                .put("route", "/")
                .put("is_home", true)
                .put("title", template.path("name").asText())
                .put("access", "signed_in");
        ArrayNode components = home.putArray("components");
        components.add(TablePages.component(
                "Text",
                Json.object()
                        .put("content", template.path("name").asText())
                        .put("level", "h1")
                        .put("align", "left")));
        for (JsonNode described : template.path("tables")) {
            String name = described.path("table_name").asText();
            TableSchema table = made.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            ObjectNode figure = Json.object()
                    .put("table", name)
                    .put("label", table.displayName())
                    .put("measure", "count");
            figure.putArray("on_click").addObject().put("action", "navigate").put("to", "/" + name);
            components.add(TablePages.component("Stat", figure));
            pages.addAll(new TablePages(table, "/" + name, EnumSet.allOf(Kind.class), words).pages());
        }
        return pages;
    }

    /** Rows in the order of their tables; {@code @table.n} stands for the id of a row that came before. */
    private void addRows(UUID project, ObjectNode template) {
        Map<String, List<String>> ids = new HashMap<>();
        template.path("rows")
                .properties()
                .forEach(table -> table.getValue().forEach(row -> {
                    ObjectNode own = Json.object();
                    row.properties().forEach(value -> own.set(value.getKey(), resolved(value.getValue(), ids)));
                    rows.forEach(sink -> ids.computeIfAbsent(table.getKey(), name -> new ArrayList<>())
                            .add(sink.add(project, table.getKey(), own)));
                }));
    }

    private static JsonNode resolved(JsonNode value, Map<String, List<String>> ids) {
        if (!value.isTextual() || !value.textValue().startsWith("@")) {
            return value;
        }
        String[] reference = value.textValue().substring(1).split("\\.");
        return Json.tree(ids.getOrDefault(reference[0], List.of()).get(Integer.parseInt(reference[1])));
    }
}
