package io.nocode.insights.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Up to 1,000 events, each judged by itself. */
public record TrackBatch(
        @Schema(type = SchemaType.ARRAY, implementation = TrackEvent.class) @NotNull @Size(min = 1, max = 1_000)
        List<JsonNode> events) {}
