package io.nocode.foundation.auth;

import io.nocode.foundation.attempts.LoginAttempts;
import io.nocode.foundation.organisations.OwnOrganisation;
import io.nocode.foundation.organisations.OwnOrganisations;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.foundation.twofactor.SecondFactor;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets people in. Who is unknown costs as much work, and gets the same answer, as who mistypes a password. */
@ApplicationScoped
public class Login {
    @Inject
    private LoginAttempts attempts;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private SecondFactor secondFactor;

    @Inject
    private SignIns signIns;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private OwnOrganisations organisations;

    /**
     * @throws io.nocode.shared.problem.Problem INVALID_CREDENTIALS, ACCOUNT_DISABLED, OTP_REQUIRED, INVALID_OTP,
     *     TOO_MANY_REQUESTS
     */
    LoggedIn login(LoginRequest request) {
        Account account = passwords.limited(() -> authenticated(request));
        if (!account.isActive()) {
            throw AuthProblem.ACCOUNT_DISABLED.because();
        }
        @Nullable
        String rehashed = passwords.isOutdated(account.passwordHash()) ? passwords.hash(request.password()) : null;
        StartedSession session = signIns.record(account.id(), request.email(), rehashed);
        List<OwnOrganisation> own = organisations.of(account.id());
        return new LoggedIn(
                accessTokens.issue(account, session.id()),
                session.refresh(),
                "Bearer",
                AuthSettings.ACCESS_LIFETIME.toSeconds(),
                accounts.find(account.id()).orElse(account).view(),
                own,
                Permissions.of(account.isSuperuser(), own));
    }

    /** Counting, comparing and recording hold one place at work: parallel guesses do not slip past the count. */
    private Account authenticated(LoginRequest request) {
        attempts.require(request.email());
        Optional<Account> account = accounts.findByEmail(request.email());
        boolean matches = account.map(known -> passwords.matches(request.password(), known.passwordHash()))
                .orElseGet(() -> passwords.matchesNobodys(request.password()));
        if (!matches || account.isEmpty()) {
            attempts.record(request.email(), false);
            throw AuthProblem.INVALID_CREDENTIALS.because();
        }
        if (account.get().isTwoFactorEnabled()) {
            requireSecondFactor(account.get(), request.otp());
        }
        return account.get();
    }

    private void requireSecondFactor(Account account, @Nullable String otp) {
        if (otp == null || otp.isBlank()) {
            throw AuthProblem.OTP_REQUIRED.because();
        }
        if (!secondFactor.use(account.id(), otp)) {
            attempts.record(account.email(), false);
            throw AuthProblem.INVALID_OTP.at("otp", "field.otp");
        }
    }
}
