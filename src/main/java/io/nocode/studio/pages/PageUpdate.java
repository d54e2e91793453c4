package io.nocode.studio.pages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is to be.
 *
 * @param project the one that it is in; a page does not move
 */
public record PageUpdate(
        @Nullable UUID project,

        @NotBlank @Size(max = 100) @Schema(example = "Clients")
        String name,

        @NotNull @Size(max = 200) @Pattern(regexp = Page.ROUTE) @Schema(example = "/clients")
        String route,

        @Nullable Boolean isHome,
        @Nullable @Size(max = 200) String title,

        @Nullable @Pattern(regexp = Page.ACCESS) @Schema(example = "signed_in")
        String access,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode config) {}
