package io.nocode.runtime.endusers;

import io.nocode.foundation.passwords.PasswordRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An end user who wants to be let in. */
public record EndUserCredentials(
        @Schema(example = "grace@example.org") @NotBlank @Size(max = 254)
        String email,

        @NotNull @Size(max = PasswordRules.MAX_LENGTH) String password) {}
