package io.nocode.foundation.auth;

import io.nocode.foundation.auth.OneTimeTokens.Purpose;
import io.nocode.foundation.mail.Mail;
import io.nocode.foundation.mail.Mailer;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.foundation.users.UserRegistered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Confirms that an account's e-mail address is its owner's. */
@ApplicationScoped
@Transactional
public class EmailVerification {
    @Inject
    private AccountRepository accounts;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Mailer mailer;

    @Inject
    private Clock clock;

    /** A new account gets its link with the transaction that makes it. */
    void send(@Observes UserRegistered event) {
        accounts.find(event.userId()).ifPresent(this::send);
    }

    private void send(Account account) {
        String token = tokens.issue(account.id(), Purpose.VERIFY_EMAIL, AuthSettings.VERIFICATION_LIFETIME);
        mailer.send(new Mail(
                "verify-email",
                account.email(),
                account.language(),
                Mailer.link("verify-email", token),
                List.of(account.firstName())));
    }

    /** Sends another link where the address waits for one; the caller learns nothing of that. */
    void resend(String email) {
        accounts.findByEmail(email)
                .filter(account -> account.isActive() && !account.isEmailVerified())
                .filter(account -> tokens.issuedWithin(account.id(), Purpose.VERIFY_EMAIL, Duration.ofHours(1))
                        < AuthSettings.MAILS_PER_ACCOUNT)
                .ifPresent(this::send);
    }

    /**
     * @throws io.nocode.shared.problem.Problem INVALID_LINK
     */
    void confirm(String token) {
        accounts.lock(tokens.use(token, Purpose.VERIFY_EMAIL)).verifyEmail(clock.instant());
    }
}
