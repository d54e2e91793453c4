package io.nocode.foundation.auth;

import io.nocode.foundation.passwords.PasswordRules;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The old password and the new one. */
public record PasswordChangeRequest(
        @NotNull @Size(max = PasswordRules.MAX_LENGTH) String currentPassword,
        @NotNull @Size(max = PasswordRules.MAX_LENGTH) String newPassword,
        @NotNull @Size(max = PasswordRules.MAX_LENGTH) String newPasswordConfirm) {}
