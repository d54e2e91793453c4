package io.nocode.automation.nodes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue of node types. */
@ApplicationScoped
@SignedIn
@Path("v1/automation/node-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class NodeTypesResource {
    /**
     * A node type.
     *
     * @param config its configuration as JSON Schema
     * @param actions for the type action: each with its own configuration
     */
    public record NodeType(
            String type,
            String description,
            @Schema(type = SchemaType.OBJECT) ObjectNode config,
            List<String> inputs,
            List<String> outputs,
            List<String> ports,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<ActionType> actions) {}

    /** An action. */
    public record ActionType(
            String actionType,
            String description,
            @Schema(type = SchemaType.OBJECT) ObjectNode config) {}

    /** Every node type. */
    public record NodeTypes(int count, List<NodeType> results) {}

    @Inject
    private NodeKinds kinds;

    @GET
    @Operation(summary = "Lists the node types with their configuration as JSON Schema.")
    public NodeTypes list() {
        List<NodeType> types = Stream.concat(
                        kinds.types().stream()
                                .map(kind -> new NodeType(
                                        kind.name(),
                                        kind.description(),
                                        NodeKinds.schema(kind),
                                        kind.hasInput() ? List.of("default") : List.of(),
                                        kind.ports().isEmpty() ? List.of() : List.of("output"),
                                        kind.ports(),
                                        null)),
                        Stream.of(action()))
                .sorted(Comparator.comparing(NodeType::type))
                .toList();
        return new NodeTypes(types.size(), types);
    }

    private NodeType action() {
        List<ActionType> actions = kinds.actions().stream()
                .map(kind -> new ActionType(kind.name(), kind.description(), NodeKinds.schema(kind)))
                .toList();
        ObjectNode config = Json.object().put("type", "object");
        var names = config.putObject("properties").putObject("action_type").putArray("enum");
        actions.forEach(action -> names.add(action.actionType()));
        config.putArray("required").add("action_type");
        return new NodeType(
                NodeKinds.ACTION,
                "Does something: action_type says what, and which further configuration there is.",
                config,
                List.of("default"),
                List.of("output"),
                List.of("default", "error"),
                actions);
    }
}
