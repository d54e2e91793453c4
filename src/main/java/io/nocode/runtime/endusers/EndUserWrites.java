package io.nocode.runtime.endusers;

import io.nocode.foundation.attempts.LoginAttempts;
import io.nocode.foundation.auth.AuthProblem;
import io.nocode.foundation.auth.OneTimeTokens;
import io.nocode.foundation.auth.OneTimeTokens.Purpose;
import io.nocode.foundation.auth.SessionEnd;
import io.nocode.foundation.auth.SignInFamilies;
import io.nocode.foundation.auth.StartedSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What end users change about their own accounts, each in one transaction. */
@ApplicationScoped
@Transactional
public class EndUserWrites {
    @Inject
    private EndUserRepository users;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private SignInFamilies families;

    @Inject
    private LoginAttempts attempts;

    @Inject
    private EndUserMails mails;

    @Inject
    private Clock clock;

    /** A new account, with the mail that asks to confirm its address. */
    void add(AppDoor.Open open, EndUser user) {
        users.add(user);
        mails.verification(open, user);
    }

    void sendVerification(AppDoor.Open open, EndUser user) {
        mails.verification(open, user);
    }

    void verify(AppDoor.Open open, String token) {
        users.lock(open.app().id(), tokens.use(open.realm(), token, Purpose.VERIFY_EMAIL))
                .verifyEmail(clock.instant());
    }

    /** Somebody was let in. */
    StartedSession signIn(AppDoor.Open open, EndUser known, String attempt, @Nullable String rehashed) {
        EndUser user = users.lock(open.app().id(), known.id());
        if (!user.isActive()) {
            throw AuthProblem.ACCOUNT_DISABLED.because();
        }
        Instant now = clock.instant();
        user.signedIn(now);
        if (rehashed != null) {
            user.changePassword(rehashed, now);
        }
        attempts.record(attempt, true);
        return families.start(open.realm(), user.id());
    }

    void sendReset(AppDoor.Open open, EndUser user) {
        mails.reset(open, user);
    }

    /** The link has proved that the mailbox is the owner's: the address counts as verified too. */
    Instant newPassword(AppDoor.Open open, String token, String hash) {
        EndUser user = users.lock(open.app().id(), tokens.use(open.realm(), token, Purpose.RESET_PASSWORD));
        Instant now = clock.instant();
        user.verifyEmail(now);
        user.changePassword(hash, now);
        families.endAll(user.id(), SessionEnd.PASSWORD);
        mails.passwordChanged(open, user);
        return now;
    }
}
