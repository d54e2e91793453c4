package io.nocode.studio.versions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version as its people see it.
 *
 * @param contentHash SHA-256 of the content in canonical form
 * @param content {@code {settings, tables, pages, workflows}}
 */
public record VersionView(
        UUID id,
        UUID project,
        int number,
        String notes,
        String contentHash,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        @Nullable
        JsonNode content) {
    static VersionView of(Version version) {
        return new VersionView(
                version.id(),
                version.project(),
                version.number(),
                version.notes(),
                version.contentHash(),
                version.createdBy(),
                version.createdAt(),
                version.createdAt(),
                version.content());
    }
}
