package io.nocode.foundation.auth;

import io.nocode.foundation.apikeys.KeyAuthentication;
import io.nocode.foundation.users.AccountState;
import io.nocode.foundation.users.AccountStates;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Authenticator;
import io.nocode.shared.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Recognises the holders of access tokens. Beside the token itself, account and sign-in are asked at each request, so
 * that a deactivation or a sign-out is felt by the very next one.
 */
@ApplicationScoped
public class TokenAuthenticator implements Authenticator {
    @Inject
    private AccessTokens tokens;

    @Inject
    private AccountStates accounts;

    @Inject
    private SessionStates sessions;

    @Inject
    private KeyAuthentication keys;

    @Inject
    private Instance<EndUserDirectory> endUsers;

    @Override
    public Caller byToken(String token) {
        VerifiedToken verified = tokens.verify(token).orElseThrow(CommonProblem.UNAUTHENTICATED::because);
        if (!sessions.isLasting(verified.session())) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
        UUID app = verified.realm().app();
        if (app != null) {
            return endUsers.stream()
                    .flatMap(each -> each.caller(app, verified.user(), verified.session()).stream())
                    .findFirst()
                    .orElseThrow(CommonProblem.UNAUTHENTICATED::because);
        }
        Optional<AccountState> account = accounts.find(verified.user());
        if (account.isEmpty() || !account.get().active()) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
        return new Caller.User(
                verified.user(), account.get().email(), account.get().superuser(), verified.session());
    }

    @Override
    public Caller byApiKey(String key) {
        return keys.caller(key);
    }
}
