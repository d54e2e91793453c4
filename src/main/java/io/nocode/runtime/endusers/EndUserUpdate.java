package io.nocode.runtime.endusers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What who manages an application can change about its end users.
 *
 * @param isActive true where absent; who is not active is signed out at once
 */
public record EndUserUpdate(
        @Nullable @Size(max = 100) String name,

        @Schema(example = "CLIENT") @NotBlank @Size(max = 40)
        String role,

        @Nullable Boolean isActive) {}
