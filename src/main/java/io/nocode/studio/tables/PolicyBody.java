package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a role may do with some rows of a table.
 *
 * @param role VIEWER, MEMBER, CLIENT, {@code public} for everybody, or the role that an application gives its end users
 * @param filter which rows, in the language of {@code filters}; it may name {@code $user.id}, {@code $user.email},
 *     {@code $user.role}, {@code $user.teams} and {@code $now}. Left out, all rows
 * @param check what a row must be as it is written by create or update. Left out, what the filter says
 * @param fields what may be seen of those rows, or set; left out, all
 */
@Schema(name = "SchemaPolicyBody")
public record PolicyBody(
        @NotNull @Schema(example = "MEMBER") String role,

        @NotNull
        @Schema(
                example = "read",
                enumeration = {"read", "create", "update", "delete"})
        String action,

        @Nullable @Schema(implementation = Object.class, example = "{\"created_by\": \"$user.id\"}")
        JsonNode filter,

        @Nullable @Schema(implementation = Object.class) JsonNode check,

        @Nullable @Schema(example = "[\"name\"]") List<@NotNull String> fields) {}
