package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A component as it is to be.
 *
 * @param page the one that it is on; a component does not leave it
 * @param componentType the one that it has; it does not change
 * @param parent null: it lies on the page itself
 */
public record ComponentUpdate(
        @Nullable UUID page,
        @Nullable String componentType,
        @Nullable UUID parent,
        @Nullable @Size(max = 40) String slot,
        @Nullable Position position,
        @Nullable @Min(0) @Max(10_000) Integer order,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode config,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode style,

        @Nullable @Size(max = 1000) String visibleIf) {}
