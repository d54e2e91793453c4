package io.nocode.foundation.auth;

import io.nocode.foundation.users.AccountDeactivated;
import io.nocode.shared.id.Ids;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sign-ins: each is one family of refresh tokens, from one place, until it is ended. */
@ApplicationScoped
@Transactional
public class Sessions {
    @Inject
    private Database database;

    @Inject
    private RefreshTokens refreshTokens;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    /** Begins a sign-in from where the request came. */
    StartedSession start(Realm realm, UUID account) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        RequestContext request = RequestContext.get();
        database.update(Sql.of(
                "insert into user_session (id, user_id, realm, address, user_agent, last_seen_at, expires_at,"
                        + " created_at, updated_at) values (?, ?, ?::uuid, ?, ?, ?, ?, ?, ?)",
                id,
                account,
                realm.app(),
                request.address(),
                shortened(request.userAgent()),
                now,
                now.plus(AuthSettings.REFRESH_LIFETIME),
                now,
                now));
        return new StartedSession(id, refreshTokens.add(id));
    }

    /** The caller's sign-ins that last, the newest first. */
    Page<SessionView> list(PageRequest asked) {
        Sql from = Sql.of(
                " from user_session where user_id = ? and ended_at is null and expires_at > ?",
                CurrentUser.person().id(),
                clock.instant());
        long count = database.first(Sql.of("select count(*)").then(from), row -> row.number("count"))
                .orElse(0L);
        @Nullable UUID mine = current();
        List<SessionView> results = database.list(
                Sql.of("select id, user_agent, address, last_seen_at, created_at, updated_at")
                        .then(from)
                        .then(" order by created_at desc, id limit ? offset ?", asked.size(), asked.offset()),
                row -> SessionView.of(row, mine));
        return Page.of(asked, count, results);
    }

    /** Ends one of the caller's sign-ins. */
    void end(UUID session) {
        if (!end(CurrentUser.person().id(), session, SessionEnd.ENDED)) {
            throw CommonProblem.NOT_FOUND.because();
        }
    }

    /** Ends an account's sign-in, and tells whether it lasted until now. */
    boolean end(UUID account, UUID session, SessionEnd reason) {
        return endWhere(Sql.of("id = ? and user_id = ?", session, account), reason) > 0;
    }

    /** Ends every sign-in of an account but one. */
    int endAll(UUID account, @Nullable UUID except, SessionEnd reason) {
        Sql which = Sql.of("user_id = ?", account);
        return endWhere(except == null ? which : which.then(" and id <> ?", except), reason);
    }

    void endAll(@Observes AccountDeactivated event) {
        endAll(event.userId(), null, SessionEnd.DEACTIVATED);
    }

    /** The sign-in that the caller's token belongs to. */
    static @Nullable UUID current() {
        return CurrentUser.get() instanceof Caller.User user ? user.session() : null;
    }

    private int endWhere(Sql which, SessionEnd reason) {
        Instant now = clock.instant();
        List<UUID> ended = database.list(
                Sql.of(
                                "update user_session set ended_at = ?, ended_reason = ?, updated_at = ? where ended_at is null and ",
                                now,
                                reason,
                                now)
                        .then(which)
                        .then(" returning id"),
                row -> row.uuid("id"));
        ended.forEach(session -> signals.send(SessionStates.TOPIC, session.toString()));
        return ended.size();
    }

    private static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= 400 ? userAgent : userAgent.substring(0, 400);
    }
}
