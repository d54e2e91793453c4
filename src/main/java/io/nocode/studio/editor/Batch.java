package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes that happen together or not at all.
 *
 * @param baseRevision the revision that they build upon
 * @param operations each with {@code op} (add, move, update, remove) and the body of the single call; a {@code ref}
 *     names a new component, for later operations to use as {@code component_id} or {@code parent}
 */
public record Batch(
        @NotNull UUID projectId,
        @NotNull Long baseRevision,

        @NotNull
        @Size(min = 1, max = 500)
        @Schema(
                implementation = Object[].class,
                example = "[{\"op\": \"add\", \"ref\": \"box\", \"component_type\": \"Container\"},"
                        + " {\"op\": \"add\", \"parent\": \"box\", \"component_type\": \"Button\"}]")
        List<ObjectNode> operations) {}
