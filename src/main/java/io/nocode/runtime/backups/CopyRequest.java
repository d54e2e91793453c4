package io.nocode.runtime.backups;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Rows to copy from one environment to another, in place of those that are there.
 *
 * @param to never prod
 * @param tables by their names in the environment that they go to; all that both have where absent
 * @param masks what is not to be copied as it is
 * @param confirm that the rows there are replaced
 */
public record CopyRequest(
        @NotNull @Pattern(regexp = "dev|staging|prod") @Schema(example = "prod")
        String from,

        @NotNull @Pattern(regexp = "dev|staging") @Schema(example = "staging")
        String to,

        @Nullable @Size(min = 1, max = 100) List<String> tables,
        @Nullable @Valid @Size(max = 1000) List<Mask> masks,
        @Nullable Boolean confirm) {
    /** What a value becomes. */
    public enum Kind {
        /** Nothing. */
        @JsonProperty("null")
        NULL,
        /** One value for all. */
        @JsonProperty("fixed")
        FIXED,
        /** A hash, the same for the same values of one copy. */
        @JsonProperty("hash")
        HASH,
        /** Something of the field's type, the same for the same values of one copy. */
        @JsonProperty("fake")
        FAKE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A field whose values are not copied as they are.
     *
     * @param value for {@code fixed}
     */
    public record Mask(
            @NotBlank @Schema(example = "clients") String table,
            @NotBlank @Schema(example = "email") String field,
            @NotNull @Schema(example = "fake") Kind kind,

            @Schema(implementation = Object.class) @Nullable JsonNode value) {}
}
