package io.nocode.foundation.auth;

import io.nocode.foundation.attempts.LoginAttempts;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores that somebody was let in. */
@ApplicationScoped
@Transactional
public class SignIns {
    @Inject
    private AccountRepository accounts;

    @Inject
    private LoginAttempts attempts;

    @Inject
    private Sessions sessions;

    @Inject
    private Clock clock;

    /**
     * @param rehashed the password's hash at today's cost, where the stored one is of another
     */
    StartedSession record(UUID id, String email, @Nullable String rehashed) {
        Account account = accounts.lock(id);
        if (!account.isActive()) {
            throw AuthProblem.ACCOUNT_DISABLED.because();
        }
        Instant now = clock.instant();
        account.signedIn(now);
        if (rehashed != null) {
            account.changePassword(rehashed, now);
        }
        attempts.record(email, true);
        return sessions.start(Realm.PLATFORM, id);
    }
}
