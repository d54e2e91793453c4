package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One change of a row.
 *
 * @param number from 1
 * @param action created, updated, deleted or restored
 * @param changedBy null where nobody was signed in
 * @param before the row's fields until then, under their present names; null where there was no row
 * @param after the row's fields from then on; null where there is no row
 */
@Schema(name = "Revision")
public record RevisionView(
        long number,

        @Schema(enumeration = {"created", "updated", "deleted", "restored"})
        String action,

        @Nullable UUID changedBy,
        Instant changedAt,

        @Schema(implementation = Map.class, example = "{\"name\": \"Zurich\"}") @Nullable
        JsonNode before,

        @Schema(implementation = Map.class, example = "{\"name\": \"Zürich\"}") @Nullable
        JsonNode after) {}
