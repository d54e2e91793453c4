package io.nocode.studio.versions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A project as it was when it was published.
 *
 * @param content {@code {settings, tables, pages, workflows}}, each page with its tree of components
 * @param contentHash SHA-256 of the content in canonical form, in hexadecimal digits
 */
public record Version(
        UUID id,
        UUID project,
        int number,
        String notes,
        JsonNode content,
        String contentHash,
        UUID createdBy,
        Instant createdAt) {
    public List<TableSchema> tables() {
        return TableSchemaJson.readAll(content.path("tables"));
    }
}
