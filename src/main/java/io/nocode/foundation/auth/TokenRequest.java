package io.nocode.foundation.auth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A token that somebody holds. */
public record TokenRequest(@NotBlank @Size(max = 4096) String token) {}
