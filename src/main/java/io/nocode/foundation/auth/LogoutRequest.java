package io.nocode.foundation.auth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who leaves; {@code allSessions} ends every sign-in of the account. */
public record LogoutRequest(
        @NotBlank @Size(max = 4096) String refresh,
        @Nullable Boolean allSessions) {}
