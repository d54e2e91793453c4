package io.nocode.foundation.twofactor;

import io.nocode.foundation.passwords.PasswordRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Both factors, to turn the second one off. */
public record DisableRequest(
        @NotNull @Size(max = PasswordRules.MAX_LENGTH) String password,

        @NotBlank
        @Size(max = 64)
        @Schema(description = "A code of the authenticator, or a recovery code.", example = "123456")
        String otp) {}
