package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A component to be made.
 *
 * @param parent left out: it lies on the page itself
 * @param slot left out: the parent's first
 * @param order its place among its neighbours, from 0; left out: the last
 * @param config over the defaults of the type
 */
public record CreateComponent(
        @NotNull UUID page,
        @NotNull @Schema(example = "DataTable") String componentType,
        @Nullable UUID parent,
        @Nullable @Size(max = 40) String slot,
        @Nullable Position position,
        @Nullable @Min(0) @Max(10_000) Integer order,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode config,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode style,

        @Nullable @Size(max = 1000) String visibleIf) {}
