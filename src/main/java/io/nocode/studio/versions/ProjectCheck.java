package io.nocode.studio.versions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.components.ComponentType;
import io.nocode.studio.components.ComponentTypes;
import io.nocode.studio.components.ConfigCheck;
import io.nocode.studio.schema.Names;
import io.nocode.studio.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges whether what is designed hangs together: every page, and all that lies on it. */
final class ProjectCheck {
    private final Map<String, TableSchema> tables = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Pattern> routes = new ArrayList<>();

    private ProjectCheck(List<TableSchema> all) {
        all.forEach(table -> tables.put(table.name(), table));
    }

    /**
     * Everything that is wrong.
     *
     * @param pages as in a version's content, each with its tree of components
     */
    static List<Finding> of(List<TableSchema> tables, JsonNode pages) {
        ProjectCheck check = new ProjectCheck(tables);
        check.routes(pages);
        pages.forEach(page -> check.routes.add(pattern(page.path("route").asText())));
        pages.forEach(page -> check.components(page.path("route").asText(), page.path("components")));
        return check.findings;
    }

    private void routes(JsonNode pages) {
        Map<String, String> forms = new HashMap<>();
        String home = null;
        for (JsonNode page : pages) {
            String route = page.path("route").asText();
            String before = forms.put(route.replaceAll(":[^/]+", ":"), route);
            if (before != null) {
                findings.add(Finding.of("ROUTE_AMBIGUOUS", route, before));
            }
            if (page.path("is_home").asBoolean()) {
                if (home != null) {
                    findings.add(Finding.of("TWO_HOME_PAGES", route, home));
                }
                home = route;
            }
        }
    }

    private void components(String route, JsonNode components) {
        for (JsonNode component : components) {
            String name = component.path("component_type").asText();
            String where = route + " " + name;
            Optional<ComponentType> type = ComponentTypes.named(name);
            if (type.isEmpty()) {
                findings.add(Finding.of("COMPONENT_TYPE_GONE", where, name));
            } else {
                config(type.get(), component.path("config"), where);
            }
            components(route, component.path("children"));
        }
    }

    private void config(ComponentType type, JsonNode config, String where) {
        Faults faults = new Faults();
        ConfigCheck.check(type, config, "config", faults);
        faults.byField().keySet().forEach(path -> findings.add(Finding.of("CONFIG_INVALID", where + " " + path, path)));
        references(type.properties(), config, config.path("table").asText(), where, "config");
    }

    /** Follows the properties that name a table or a field of the table that their object names, or its holder. */
    private void references(JsonNode schema, JsonNode value, String table, String where, String path) {
        if (ConfigCheck.isBinding(value)) {
            return;
        }
        if (value.path("action").asText().equals("navigate")) {
            destination(value.path("to").asText(), where + " " + path + ".to");
        }
        String kind = schema.path("x-reference").asText();
        if (value.isTextual() && kind.equals("table") && !tables.containsKey(value.asText())) {
            findings.add(Finding.of("TABLE_GONE", where + " " + path, value.asText()));
        } else if (value.isTextual() && kind.equals("field") && isFieldGone(table, value.asText())) {
            findings.add(Finding.of("FIELD_GONE", where + " " + path, value.asText(), table));
        } else if (value.isObject()) {
            String own = value.path("table").asText(table);
            value.properties()
                    .forEach(property -> references(
                            schema.path("properties").path(property.getKey()),
                            property.getValue(),
                            own,
                            where,
                            path + "." + property.getKey()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                references(schema.path("items"), value.get(i), table, where, path + "[" + i + "]");
            }
        }
    }

    /** Where an application leads within itself there must be a page; what is bound stands for anything. */
    private void destination(String to, String where) {
        String address = to.replaceFirst("[?#].*$", "").replaceAll("\\{\\{[^{}]*}}", "x");
        boolean within = address.startsWith("/") && !address.startsWith("//");
        String plain = address.length() > 1 ? address.replaceAll("/$", "") : address;
        if (within && routes.stream().noneMatch(route -> route.matcher(plain).matches())) {
            findings.add(Finding.of("PAGE_GONE", where, to));
        }
    }

    private static Pattern pattern(String route) {
        StringBuilder pattern = new StringBuilder();
        for (String step : route.split("/", -1)) {
            pattern.append(pattern.isEmpty() && step.isEmpty() ? "" : "/")
                    .append(step.startsWith(":") ? "[^/]+" : Pattern.quote(step));
        }
        return Pattern.compile(route.equals("/") ? "/" : pattern.toString());
    }

    private boolean isFieldGone(String table, String field) {
        TableSchema known = tables.get(table);
        // Where the table itself is gone, or is bound, its fields have nothing to be held to. Paths lead elsewhere.
        return known != null
                && !field.contains(".")
                && !Names.SYSTEM_COLUMNS.contains(field)
                && known.field(field).isEmpty();
    }
}
