package io.nocode.foundation.auth;

import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.foundation.users.AccountState;
import io.nocode.foundation.users.AccountStates;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Refreshing, ending and judging tokens. */
@ApplicationScoped
public class Tokens {
    @Inject
    private RefreshTokens refreshTokens;

    @Inject
    private SignInFamilies families;

    @Inject
    private AccountRepository people;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private Sessions sessions;

    @Inject
    private SessionStates states;

    @Inject
    private AccountStates accounts;

    /**
     * The next pair for a refresh token.
     *
     * @throws io.nocode.shared.problem.Problem INVALID_TOKEN, TOKEN_REUSED (its sign-in has then been ended)
     */
    Refreshed refresh(String token) {
        SignInFamilies.Successor next = families.refresh(Realm.PLATFORM, token);
        Account account = people.find(next.user())
                .filter(Account::isActive)
                .orElseThrow(() -> AuthProblem.INVALID_TOKEN.because());
        return new Refreshed(
                accessTokens.issue(account, next.session()),
                next.refresh(),
                "Bearer",
                AuthSettings.ACCESS_LIFETIME.toSeconds());
    }

    /** Ends the sign-in of a refresh token of the caller's, or every sign-in of theirs. */
    LoggedOut logout(String token, boolean allSessions) {
        UUID caller = CurrentUser.person().id();
        boolean revoked = families.end(Realm.PLATFORM, caller, token);
        if (allSessions) {
            sessions.endAll(caller, null, SessionEnd.LOGOUT);
        }
        return new LoggedOut(Messages.text(RequestContext.currentLanguage(), "auth.logged_out"), revoked);
    }

    /**
     * Whether a token, of either kind, would be taken now.
     *
     * @throws io.nocode.shared.problem.Problem INVALID_TOKEN
     */
    TokenStatus status(String token) {
        return access(token).or(() -> usableRefresh(token)).orElseThrow(() -> AuthProblem.INVALID_TOKEN.because());
    }

    private Optional<TokenStatus> access(String token) {
        return accessTokens
                .verify(token)
                .filter(verified -> verified.realm().equals(Realm.PLATFORM))
                .filter(verified -> states.isLasting(verified.session()) && isActive(verified.user()))
                .map(verified -> new TokenStatus(true, verified.expiresAt(), "access"));
    }

    private Optional<TokenStatus> usableRefresh(String token) {
        return refreshTokens
                .owner(Realm.PLATFORM, token)
                .filter(owner -> owner.usable() && isActive(owner.account()))
                .map(owner -> new TokenStatus(true, owner.expiresAt(), "refresh"));
    }

    private boolean isActive(UUID account) {
        return accounts.find(account).map(AccountState::active).orElse(false);
    }
}
