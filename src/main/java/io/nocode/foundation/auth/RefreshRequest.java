package io.nocode.foundation.auth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A refresh token to be spent. */
public record RefreshRequest(@NotBlank @Size(max = 4096) String refresh) {}
