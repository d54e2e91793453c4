package io.nocode.foundation.auth;

import io.nocode.foundation.passwords.PasswordRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who wants to be let in. */
public record LoginRequest(
        @NotBlank @Size(max = 254) @Schema(example = "admin@example.com")
        String email,

        @NotNull @Size(max = PasswordRules.MAX_LENGTH) @Schema(example = "Admin12345")
        String password,

        @Nullable
        @Size(max = 64)
        @Schema(description = "With a second factor: a code of the authenticator, or a recovery code.")
        String otp) {}
