package io.nocode.foundation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.users.UserView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All personal data of somebody.
 *
 * @param data what each part of the platform keeps, by its name
 */
public record PersonalExport(
        Instant exportedAt,
        UserView account,

        @Schema(implementation = Object.class, description = "What each part of the platform keeps, by its name.")
        Map<String, List<JsonNode>> data) {}
