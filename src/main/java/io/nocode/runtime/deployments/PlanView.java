package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.apps.Stage;
import io.nocode.studio.tables.Loss;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment would change.
 *
 * @param fromVersion what is live; null for nothing
 * @param steps each with its action, SQL, lock, and effect: safe, blocking or destructive
 * @param dataLoss rows of tables and values of fields that would go
 */
public record PlanView(
        Stage environment,
        @Nullable Integer fromVersion,
        int version,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        JsonNode steps,

        List<Loss> dataLoss) {}
