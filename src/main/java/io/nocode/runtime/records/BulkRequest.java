package io.nocode.runtime.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Many rows at once.
 *
 * @param records to create, update (each with its id) or upsert; at most 10,000
 * @param ids to delete; at most 10,000
 * @param onConflict for upsert: one unique field, or a list of those that are unique together
 * @param atomic all or nothing, which is the default; else what can be done is done
 */
public record BulkRequest(
        @NotNull @Nullable Operation operation,

        @Schema(implementation = Map[].class, example = "[{\"name\": \"Zürich\"}, {\"name\": \"Genève\"}]") @Nullable
        JsonNode records,

        @Schema(implementation = UUID[].class) @Nullable JsonNode ids,
        @Schema(implementation = String[].class) @Nullable JsonNode onConflict,
        @Nullable Boolean atomic) {

    /** What is done with each. */
    public enum Operation {
        @JsonProperty("create")
        CREATE(Action.ROWS_CREATE),
        @JsonProperty("update")
        UPDATE(Action.ROWS_UPDATE),
        @JsonProperty("upsert")
        UPSERT(Action.ROWS_UPDATE),
        @JsonProperty("delete")
        DELETE(Action.ROWS_DELETE);

        private final Action action;

        Operation(Action action) {
            this.action = action;
        }

        Action action() {
            return action;
        }
    }

    boolean isAtomic() {
        return atomic == null || atomic;
    }
}
