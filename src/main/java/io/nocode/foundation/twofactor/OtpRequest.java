package io.nocode.foundation.twofactor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code of the authenticator. */
public record OtpRequest(
        @NotBlank @Size(max = 64) @Schema(example = "123456")
        String otp) {}
