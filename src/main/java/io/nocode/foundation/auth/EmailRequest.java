package io.nocode.foundation.auth;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An e-mail address that somebody says is theirs. */
public record EmailRequest(
        @NotBlank @Email @Size(max = 254) @Schema(example = "ada@example.com")
        String email) {}
