package io.nocode.foundation.privacy;

import io.nocode.foundation.passwords.PasswordRules;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody who wants their account erased, and proves that it is theirs. */
public record ErasureRequest(
        @NotNull @Size(max = PasswordRules.MAX_LENGTH) String password) {}
