package io.nocode.foundation.twofactor;

import io.nocode.foundation.attempts.LoginAttempts;
import io.nocode.foundation.attempts.PasswordProof;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Turning one's own second factor on and off. Wrong codes count like failed sign-ins. */
@ApplicationScoped
public class TwoFactor {
    @Inject
    private AccountRepository accounts;

    @Inject
    private LoginAttempts attempts;

    @Inject
    private PasswordProof proof;

    @Inject
    private TwoFactorChanges changes;

    /**
     * A new secret for an authenticator; an earlier one that was not confirmed is gone.
     *
     * @throws io.nocode.shared.problem.Problem TWO_FACTOR_ENABLED; FORBIDDEN for API keys
     */
    TwoFactorSetup setUp() {
        return changes.setUp(caller());
    }

    /**
     * Turns it on, once the authenticator has proved to work.
     *
     * @throws io.nocode.shared.problem.Problem WRONG_OTP, TWO_FACTOR_ENABLED, TWO_FACTOR_DISABLED, TOO_MANY_REQUESTS
     */
    List<String> confirm(String otp) {
        Account account = accounts.find(caller()).orElseThrow(() -> CommonProblem.UNAUTHENTICATED.because());
        attempts.require(account.email());
        return changes.confirm(account.id(), otp).orElseThrow(() -> wrong(account));
    }

    /**
     * Turns it off, for who has both factors.
     *
     * @throws io.nocode.shared.problem.Problem WRONG_PASSWORD, WRONG_OTP, TWO_FACTOR_DISABLED, TOO_MANY_REQUESTS
     */
    void disable(DisableRequest request) {
        Account account = proof.require("password", request.password());
        if (!changes.disable(account.id(), request.otp())) {
            throw wrong(account);
        }
    }

    private RuntimeException wrong(Account account) {
        attempts.record(account.email(), false);
        return TwoFactorProblem.WRONG_OTP.at("otp", "field.otp");
    }

    private static UUID caller() {
        return CurrentUser.person().id();
    }
}
