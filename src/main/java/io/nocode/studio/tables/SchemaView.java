package io.nocode.studio.tables;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table as its people see it.
 *
 * @param tableNameFull its name in PostgreSQL, with the schema of dev
 * @param sqlTableCreated told when it has been made
 * @param migrationId told when it has been made or changed
 * @param sqlInfo told where a single table is asked for
 * @param statistics told where a single table is asked for
 */
public record SchemaView(
        UUID id,
        UUID project,
        String tableName,
        String displayName,
        String description,
        String icon,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode options,

        @Schema(type = SchemaType.ARRAY, implementation = FieldDocument.class)
        JsonNode fieldsConfig,

        String tableNameFull,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean sqlTableCreated,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID migrationId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SqlInfo sqlInfo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TableStatistics statistics) {}
