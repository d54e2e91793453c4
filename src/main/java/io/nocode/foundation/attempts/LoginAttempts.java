package io.nocode.foundation.attempts;

import io.nocode.foundation.users.EmailAddress;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds guessers up: so many failures for an account, or from an address, within a window, and further attempts have to
 * wait. A device that has signed in to the account lately answers for its own failures only, so that nobody can lock
 * somebody else out. An unknown e-mail counts like a known one.
 */
@ApplicationScoped
@Transactional
public class LoginAttempts {
    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * Goes on only if the account may be tried from here.
     *
     * @throws io.nocode.shared.problem.Problem TOO_MANY_REQUESTS, with the time to wait
     */
    public void require(String email) {
        Instant now = clock.instant();
        Sql mine =
                Sql.of("account_hash = ? and address = ? and user_agent_hash = ?", account(email), address(), agent());
        boolean known = database.exists(Sql.of(
                        "select 1 from login_attempt where succeeded and created_at > ? and ",
                        now.minus(AttemptSettings.KNOWN_DEVICE))
                .then(mine));
        Optional<Instant> until = known
                ? heldUntil(mine, AttemptSettings.FAILURES_PER_ACCOUNT, now)
                : heldUntil(Sql.of("account_hash = ?", account(email)), AttemptSettings.FAILURES_PER_ACCOUNT, now)
                        .or(() ->
                                heldUntil(Sql.of("address = ?", address()), AttemptSettings.FAILURES_PER_ADDRESS, now));
        until.ifPresent(instant -> {
            throw CommonProblem.TOO_MANY_REQUESTS
                    .because()
                    .retryAfter(Duration.between(now, instant).plusSeconds(1));
        });
    }

    /** Remembers how an attempt ended. A failure is recorded outside of any transaction that it rolls back. */
    public void record(String email, boolean succeeded) {
        database.update(Sql.of(
                "insert into login_attempt (id, account_hash, address, user_agent_hash, succeeded, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                account(email),
                address(),
                agent(),
                succeeded,
                clock.instant()));
    }

    private Optional<Instant> heldUntil(Sql which, int limit, Instant now) {
        List<Instant> failures = database.list(
                Sql.of(
                                "select created_at from login_attempt where not succeeded and created_at > ? and ",
                                now.minus(AttemptSettings.FAILURE_WINDOW))
                        .then(which)
                        .then(" order by created_at desc limit ?", limit),
                row -> row.instant("created_at"));
        return AttemptWindow.heldUntil(failures, limit, AttemptSettings.FAILURE_WINDOW, now);
    }

    private static String account(String email) {
        return Vault.hash(EmailAddress.normalised(email));
    }

    private static String address() {
        return RequestContext.get().address();
    }

    private static String agent() {
        @Nullable String agent = RequestContext.get().userAgent();
        return Vault.hash(Objects.requireNonNullElse(agent, ""));
    }
}
