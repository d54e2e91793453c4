package io.nocode.foundation.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Web Key Set (RFC 7517). */
@Schema(name = "JsonWebKeySet")
public record KeySet(
        @Schema(implementation = Object[].class) List<JsonNode> keys) {}
