package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.expressions.EvaluationFault;
import io.nocode.automation.expressions.Scope;
import io.nocode.automation.expressions.Templates;
import io.nocode.shared.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a node: what it is given, and what it says besides its outcome. */
public final class NodeRun {
    /** A line for the execution's log. */
    public record Line(String level, String message) {}

    private final UUID project;
    private final JsonNode config;
    private final JsonNode inputData;
    private final Scope scope;
    private final Instant now;
    private final boolean resumed;
    private final List<Line> lines = new ArrayList<>();
    private final ObjectNode variables = Json.object();
    private @Nullable ObjectNode given;

    /**
     * A run.
     *
     * @param inputData the execution's input
     * @param resumed whether the node waits no longer
     */
    public NodeRun(UUID project, JsonNode config, JsonNode inputData, Scope scope, Instant now, boolean resumed) {
        this.project = project;
        this.config = config;
        this.inputData = inputData;
        this.scope = scope;
        this.now = now;
        this.resumed = resumed;
    }

    /** Fills the templates of the configuration in; expressions stay as they are. */
    public void fill(List<ConfigField> fields) throws EvaluationFault {
        Set<String> expressions = fields.stream()
                .filter(field -> field.form() == ConfigField.Form.EXPRESSION || field.form() == ConfigField.Form.CASES)
                .map(ConfigField::name)
                .collect(Collectors.toSet());
        ObjectNode filled = Json.object();
        for (Map.Entry<String, JsonNode> property : config.properties()) {
            filled.set(
                    property.getKey(),
                    expressions.contains(property.getKey())
                            ? property.getValue()
                            : Templates.fill(property.getValue(), scope));
        }
        given = filled;
    }

    /** The configuration with everything filled in. */
    public ObjectNode given() {
        ObjectNode filled = given;
        if (filled == null) {
            throw new IllegalStateException("Not filled in yet.");
        }
        return filled;
    }

    /** Whether the templates could be filled in. */
    public boolean isFilled() {
        return given != null;
    }

    /** A text of the configuration; empty where there is none. */
    public String text(String name) {
        JsonNode value = given().path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    public UUID project() {
        return project;
    }

    public JsonNode inputData() {
        return inputData;
    }

    public Scope scope() {
        return scope;
    }

    public Instant now() {
        return now;
    }

    public boolean resumed() {
        return resumed;
    }

    /** Writes to the execution's log. */
    public void log(String level, String message) {
        lines.add(new Line(level, message));
    }

    /** Sets a variable for the nodes that follow. */
    public void set(String name, JsonNode value) {
        variables.set(name, value);
    }

    public List<Line> lines() {
        return lines;
    }

    public ObjectNode variables() {
        return variables;
    }
}
