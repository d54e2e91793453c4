package io.nocode.foundation.auth;

import io.nocode.foundation.passwords.PasswordRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new password, with the token of the mail. */
public record ResetRequest(
        @NotBlank @Size(max = 4096) String token,
        @NotNull @Size(max = PasswordRules.MAX_LENGTH) String newPassword,
        @NotNull @Size(max = PasswordRules.MAX_LENGTH) String newPasswordConfirm) {}
