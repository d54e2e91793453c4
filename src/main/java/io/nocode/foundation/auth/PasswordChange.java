package io.nocode.foundation.auth;

import io.nocode.foundation.attempts.PasswordProof;
import io.nocode.foundation.passwords.PasswordRules;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.foundation.users.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** A new password for who knows the old one. */
@ApplicationScoped
public class PasswordChange {
    @Inject
    private PasswordProof proof;

    @Inject
    private Passwords passwords;

    @Inject
    private NewPasswords newPasswords;

    /**
     * @throws io.nocode.shared.problem.Problem WRONG_PASSWORD, WEAK_PASSWORD, TOO_MANY_REQUESTS; FORBIDDEN for API keys
     */
    Instant change(PasswordChangeRequest request) {
        PasswordRules.require("new_password", request.newPassword(), request.newPasswordConfirm());
        Account account = proof.require("current_password", request.currentPassword());
        return newPasswords.byOwner(account.id(), passwords.hash(request.newPassword()), Sessions.current());
    }
}
