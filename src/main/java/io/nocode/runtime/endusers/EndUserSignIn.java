package io.nocode.runtime.endusers;

import io.nocode.foundation.attempts.LoginAttempts;
import io.nocode.foundation.auth.AccessTokens;
import io.nocode.foundation.auth.AuthProblem;
import io.nocode.foundation.auth.AuthSettings;
import io.nocode.foundation.auth.LoggedOut;
import io.nocode.foundation.auth.Refreshed;
import io.nocode.foundation.auth.SessionEnd;
import io.nocode.foundation.auth.SignInFamilies;
import io.nocode.foundation.auth.StartedSession;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets end users in, by the same rules as builders. Who is unknown costs as much work as who mistypes a password. */
@ApplicationScoped
class EndUserSignIn {
    @Inject
    private AppDoor door;

    @Inject
    private LoginAttempts attempts;

    @Inject
    private EndUserRepository users;

    @Inject
    private Passwords passwords;

    @Inject
    private EndUserWrites writes;

    @Inject
    private SignInFamilies families;

    @Inject
    private AccessTokens accessTokens;

    /**
     * @throws io.nocode.shared.problem.Problem INVALID_CREDENTIALS, ACCOUNT_DISABLED, EMAIL_NOT_VERIFIED,
     *     TOO_MANY_REQUESTS
     */
    EndUserSignedIn login(UUID app, @Nullable Stage environment, EndUserCredentials request) {
        AppDoor.Open open = door.open(app, environment);
        // The same address is somebody else at another application.
        String attempt = app + "/" + open.environment().wire() + " " + request.email();
        EndUser user = passwords.limited(() -> authenticated(open, attempt, request));
        if (!user.isActive()) {
            throw AuthProblem.ACCOUNT_DISABLED.because();
        }
        if (!user.isEmailVerified()) {
            throw EndUserProblem.EMAIL_NOT_VERIFIED.because();
        }
        String rehashed = passwords.isOutdated(user.passwordHash()) ? passwords.hash(request.password()) : null;
        StartedSession session = writes.signIn(open, user, attempt, rehashed);
        return new EndUserSignedIn(
                token(open, user, session.id()),
                session.refresh(),
                "Bearer",
                AuthSettings.ACCESS_LIFETIME.toSeconds(),
                users.find(app, user.id()).orElse(user).view());
    }

    /**
     * The next pair of tokens.
     *
     * @throws io.nocode.shared.problem.Problem INVALID_TOKEN, TOKEN_REUSED
     */
    Refreshed refresh(UUID app, String token) {
        AppDoor.Open open = door.open(app);
        SignInFamilies.Successor next = families.refresh(open.realm(), token);
        EndUser user = users.find(app, next.user())
                .filter(EndUser::isActive)
                .orElseThrow(() -> AuthProblem.INVALID_TOKEN.because());
        return new Refreshed(
                token(open, user, next.session()), next.refresh(), "Bearer", AuthSettings.ACCESS_LIFETIME.toSeconds());
    }

    /** Ends the sign-in of a refresh token of the caller's, or every sign-in of theirs. */
    LoggedOut logout(UUID app, String token, boolean allSessions) {
        Caller.EndUser caller = current(app);
        AppDoor.Open open = door.open(app);
        boolean revoked = families.end(open.realm(), caller.id(), token);
        if (allSessions) {
            families.endAll(caller.id(), SessionEnd.LOGOUT);
        }
        return new LoggedOut(Messages.text(RequestContext.currentLanguage(), "auth.logged_out"), revoked);
    }

    EndUserView me(UUID app) {
        return users.find(app, current(app).id())
                .orElseThrow(CommonProblem.UNAUTHENTICATED::because)
                .view();
    }

    private static Caller.EndUser current(UUID app) {
        if (CurrentUser.get() instanceof Caller.EndUser user && user.app().equals(app)) {
            return user;
        }
        throw CommonProblem.UNAUTHENTICATED.because();
    }

    /** Counting, comparing and recording hold one place at work: parallel guesses do not slip past the count. */
    private EndUser authenticated(AppDoor.Open open, String attempt, EndUserCredentials request) {
        attempts.require(attempt);
        Optional<EndUser> user = users.findByEmail(open, request.email());
        boolean matches = user.map(known -> passwords.matches(request.password(), known.passwordHash()))
                .orElseGet(() -> passwords.matchesNobodys(request.password()));
        if (!matches || user.isEmpty()) {
            attempts.record(attempt, false);
            throw AuthProblem.INVALID_CREDENTIALS.because();
        }
        return user.get();
    }

    private String token(AppDoor.Open open, EndUser user, UUID session) {
        return accessTokens.issue(open.realm(), user.id(), user.email(), List.of(user.role()), session);
    }
}
