package io.nocode.studio.tables;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new index.
 *
 * @param fields names of fields, in the index's order
 * @param unique whether no two rows may share all the values; only of a btree
 * @param type btree unless said: gin for JSON and lists, trigram for parts of texts
 */
public record CreateSchemaIndex(
        @NotEmpty @Size(max = 16) @Schema(example = "[\"last_name\", \"first_name\"]")
        List<@NotNull String> fields,

        @Nullable Boolean unique,

        @Nullable @Schema(enumeration = {"btree", "gin", "trigram"})
        String type) {}
