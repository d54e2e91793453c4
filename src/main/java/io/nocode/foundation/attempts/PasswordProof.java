package io.nocode.foundation.attempts;

import io.nocode.foundation.passwords.PasswordProblem;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * For what a stolen access token must not be enough for: the caller's password. Wrong guesses count like failed
 * sign-ins. To be asked before a transaction begins.
 */
@ApplicationScoped
public class PasswordProof {
    @Inject
    private AccountRepository accounts;

    @Inject
    private LoginAttempts attempts;

    @Inject
    private Passwords passwords;

    /**
     * The caller's account, if this is its password.
     *
     * @param field the property that carries it
     * @throws io.nocode.shared.problem.Problem WRONG_PASSWORD, TOO_MANY_REQUESTS; FORBIDDEN for API keys
     */
    public Account require(String field, String password) {
        Account account =
                accounts.find(CurrentUser.person().id()).orElseThrow(() -> CommonProblem.UNAUTHENTICATED.because());
        return passwords.limited(() -> {
            attempts.require(account.email());
            if (!passwords.matches(password, account.passwordHash())) {
                attempts.record(account.email(), false);
                throw PasswordProblem.WRONG_PASSWORD.at(field, "field.password.wrong");
            }
            return account;
        });
    }
}
