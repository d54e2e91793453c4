package io.nocode.runtime.endusers;

import io.nocode.foundation.passwords.PasswordRules;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who wants an account at an application. */
public record RegisterEndUser(
        @Schema(example = "grace@example.org") @NotBlank @Email @Size(max = 254)
        String email,

        @NotNull @Size(max = PasswordRules.MAX_LENGTH) @Schema(example = "Analytical1843")
        String password,

        @NotNull @Size(max = PasswordRules.MAX_LENGTH) @Schema(example = "Analytical1843")
        String passwordConfirm,

        @Nullable @Size(max = 100) String name) {}
