package io.nocode.foundation.twofactor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an authenticator needs. It is shown once. */
public record TwoFactorSetup(
        @Schema(description = "In base 32, for who types.", example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        String secret,

        @Schema(example = "otpauth://totp/NoCode%20Backend:ada%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        String otpauthUri,

        @Schema(description = "The same as a QR code: a PNG as a data URI.")
        String qrCode) {}
