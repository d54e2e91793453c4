package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.EdgeKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What can be written of an edge.
 *
 * @param condition an expression that must hold as well
 */
public record EdgeBody(
        @NotNull UUID sourceNode,
        @NotNull UUID targetNode,
        @Schema(defaultValue = "default") @Nullable EdgeKind kind,
        @Nullable @Size(max = 200) String label,

        @Nullable @Size(max = 4_096) @Schema(example = "input_data.amount > 100")
        String condition,

        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode style) {}
