package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a component is to be.
 *
 * @param config the whole of it; left out, it stays
 * @param style the whole of it; left out, it stays
 */
public record UpdateComponent(
        @NotNull UUID componentId,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode config,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode style) {}
