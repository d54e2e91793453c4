package io.nocode.automation.workflows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A workflow's whole graph.
 *
 * @param ids after a PUT: the ids that were sent, with those that the nodes have
 */
public record GraphView(
        UUID workflow,
        List<GraphNode> nodes,
        List<GraphEdge> edges,
        @Schema(type = SchemaType.OBJECT) JsonNode layout,
        Metadata metadata,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, UUID> ids) {
    /**
     * What is counted of the graph.
     *
     * @param executionPaths how many ways lead from the trigger to an end; 0 where there are circles
     * @param complexityScore McCabe's cyclomatic number: edges less nodes plus two
     */
    @Schema(name = "GraphMetadata")
    public record Metadata(long totalNodes, long totalEdges, long executionPaths, long complexityScore) {}
}
