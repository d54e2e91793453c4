package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.problem.Faults;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The catalogue of node kinds. */
@ApplicationScoped
public class NodeKinds {
    /** The node type whose act is named by {@code action_type}. */
    public static final String ACTION = "action";

    @Inject
    @Any
    private Instance<NodeKind> beans;

    private final Map<String, NodeKind> types = new TreeMap<>();
    private final Map<String, NodeKind> actions = new TreeMap<>();

    @PostConstruct
    void gather() {
        beans.forEach(kind -> (kind.isAction() ? actions : types).put(kind.name(), kind));
    }

    /** The kind of a node of this type, and for actions of this action. */
    public Optional<NodeKind> find(String nodeType, @Nullable String actionType) {
        if (nodeType.equals(ACTION)) {
            return Optional.ofNullable(actionType == null ? null : actions.get(actionType));
        }
        return Optional.ofNullable(types.get(nodeType));
    }

    /** The names of node types, that of actions among them. */
    public List<String> typeNames() {
        return java.util.stream.Stream.concat(types.keySet().stream(), java.util.stream.Stream.of(ACTION))
                .sorted()
                .toList();
    }

    public Collection<NodeKind> types() {
        return types.values();
    }

    public Collection<NodeKind> actions() {
        return actions.values();
    }

    /** Blames what can never be in a configuration: unknown properties, wrong types, faulty expressions. */
    public static void check(NodeKind kind, ObjectNode config, String path, Faults faults) {
        config.properties().forEach(property -> {
            String inner = path + "." + property.getKey();
            JsonNode value = property.getValue();
            kind.config().stream()
                    .filter(field -> field.name().equals(property.getKey()))
                    .findFirst()
                    .ifPresentOrElse(
                            field -> {
                                if (!value.isNull()) {
                                    field.check(value, inner, faults);
                                }
                            },
                            () -> faults.unknown(inner));
        });
    }

    /** The required properties that a configuration lacks. */
    public static List<String> missing(NodeKind kind, JsonNode config) {
        return kind.config().stream()
                .filter(ConfigField::required)
                .map(ConfigField::name)
                .filter(name -> !config.hasNonNull(name)
                        || (config.path(name).isTextual()
                                && config.path(name).textValue().isBlank()))
                .toList();
    }

    /** A kind's configuration as JSON Schema (2020-12). */
    public static ObjectNode schema(NodeKind kind) {
        ObjectNode schema = io.nocode.shared.json.Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        kind.config().forEach(field -> properties.set(field.name(), field.schema()));
        var required = schema.putArray("required");
        kind.config().stream()
                .filter(ConfigField::required)
                .map(ConfigField::name)
                .forEach(required::add);
        return schema.put("additionalProperties", false);
    }
}
