package io.nocode.foundation.auth;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Sign-ins of every realm: one family of refresh tokens each. Builders and end users stay signed in by the same rules. */
@ApplicationScoped
public class SignInFamilies {
    @Inject
    private Sessions sessions;

    @Inject
    private RefreshTokens refreshTokens;

    @Inject
    private Database database;

    /**
     * The successor of a refresh token.
     *
     * @param user whose sign-in it is; whether the account is still open is not asked
     */
    public record Successor(UUID user, UUID session, String refresh) {}

    /** Begins a sign-in from where the request came. */
    public StartedSession start(Realm realm, UUID account) {
        return sessions.start(realm, account);
    }

    /**
     * Spends a refresh token. A token of another realm stays untouched.
     *
     * @throws io.nocode.shared.problem.Problem INVALID_TOKEN, TOKEN_REUSED (its sign-in has then been ended)
     */
    public Successor refresh(Realm realm, String token) {
        RefreshTokens.Rotated rotated =
                refreshTokens.rotate(realm, token).orElseThrow(() -> AuthProblem.INVALID_TOKEN.because());
        if (rotated.rotation() == Rotation.REUSED) {
            // Its own transaction, which the refusal below does not roll back.
            sessions.end(rotated.user(), rotated.session(), SessionEnd.TOKEN_REUSED);
            throw AuthProblem.TOKEN_REUSED.because();
        }
        String child = rotated.child();
        if (child == null) {
            throw AuthProblem.INVALID_TOKEN.because();
        }
        return new Successor(rotated.user(), rotated.session(), child);
    }

    /** Ends the sign-in of a refresh token, if it is one of the account's, and tells whether it lasted until now. */
    public boolean end(Realm realm, UUID account, String token) {
        return refreshTokens
                .owner(realm, token)
                .filter(owner -> owner.account().equals(account))
                .map(owner -> sessions.end(account, owner.session(), SessionEnd.LOGOUT))
                .orElse(false);
    }

    /** Forgets an account that is no more: its sign-ins, and the links that it got by mail. */
    @Transactional
    public void erase(UUID account) {
        sessions.endAll(account, null, SessionEnd.DEACTIVATED);
        database.update(Sql.of("delete from user_session where user_id = ?", account));
        database.update(Sql.of("delete from one_time_token where user_id = ?", account));
    }

    /** Ends every sign-in of an account. */
    public void endAll(UUID account, SessionEnd reason) {
        sessions.endAll(account, null, reason);
    }
}
