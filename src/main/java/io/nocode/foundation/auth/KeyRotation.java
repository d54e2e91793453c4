package io.nocode.foundation.auth;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Another signing key at once, for who administers the platform: after a leak, or before a key's time is up. */
@ApplicationScoped
public class KeyRotation {
    @Inject
    private SigningKeys keys;

    /** The public keys afterwards: the new one, and those that verify until their last token has expired. */
    KeySet rotate() {
        if (!CurrentUser.get().isSuperuser()) {
            throw CommonProblem.FORBIDDEN.because();
        }
        keys.rotateNow();
        return keys.published();
    }
}
