package io.nocode.studio.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page as its people see it. */
public record PageView(
        UUID id,
        UUID project,
        String name,
        String route,
        boolean isHome,
        String title,
        String access,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode config,

        Instant createdAt,
        Instant updatedAt) {}
