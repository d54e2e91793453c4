package io.nocode.foundation.auth;

import io.nocode.foundation.passwords.PasswordRules;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** A new password for who knows the old one. Wrong guesses count like failed sign-ins. */
@ApplicationScoped
public class PasswordChange {
    @Inject
    private AccountRepository accounts;

    @Inject
    private LoginAttempts attempts;

    @Inject
    private Passwords passwords;

    @Inject
    private NewPasswords newPasswords;

    /**
     * @throws io.nocode.shared.problem.Problem WRONG_PASSWORD, WEAK_PASSWORD, TOO_MANY_REQUESTS; FORBIDDEN for API keys
     */
    Instant change(PasswordChangeRequest request) {
        if (!(CurrentUser.get() instanceof Caller.User caller)) {
            throw CommonProblem.FORBIDDEN.because();
        }
        PasswordRules.require("new_password", request.newPassword(), request.newPasswordConfirm());
        Account account = accounts.find(caller.id()).orElseThrow(() -> CommonProblem.UNAUTHENTICATED.because());
        passwords.limited(() -> require(account, request.currentPassword()));
        return newPasswords.byOwner(account.id(), passwords.hash(request.newPassword()), caller.session());
    }

    private boolean require(Account account, String password) {
        attempts.require(account.email());
        if (!passwords.matches(password, account.passwordHash())) {
            attempts.record(account.email(), false);
            throw AuthProblem.WRONG_PASSWORD.at("current_password", "field.password.wrong");
        }
        return true;
    }
}
