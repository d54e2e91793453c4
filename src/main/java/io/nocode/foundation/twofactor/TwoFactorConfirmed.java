package io.nocode.foundation.twofactor;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The second factor is on. */
public record TwoFactorConfirmed(
        @Schema(description = "Each is good once in place of a code. They are shown this once.")
        List<String> recoveryCodes) {}
