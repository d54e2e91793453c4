package io.nocode.foundation.auth;

import io.nocode.foundation.auth.OneTimeTokens.Purpose;
import io.nocode.foundation.mail.Mail;
import io.nocode.foundation.mail.Mailer;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores a new password, ends the sign-ins that it concerns, and tells the account's owner by mail. */
@ApplicationScoped
@Transactional
public class NewPasswords {
    @Inject
    private AccountRepository accounts;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Sessions sessions;

    @Inject
    private Mailer mailer;

    @Inject
    private Clock clock;

    /** The link has proved that the mailbox is the owner's: the address counts as verified too. */
    Instant byLink(String token, String hash) {
        Account account = accounts.lock(tokens.use(token, Purpose.RESET_PASSWORD));
        Instant now = clock.instant();
        account.verifyEmail(now);
        return store(account, hash, null, now);
    }

    /** Keeps the sign-in that asks. */
    Instant byOwner(UUID owner, String hash, @Nullable UUID session) {
        return store(accounts.lock(owner), hash, session, clock.instant());
    }

    private Instant store(Account account, String hash, @Nullable UUID session, Instant now) {
        account.changePassword(hash, now);
        sessions.endAll(account.id(), session, SessionEnd.PASSWORD);
        tokens.voidAll(account.id(), Purpose.RESET_PASSWORD);
        mailer.send(
                new Mail("password-changed", account.email(), account.language(), null, List.of(account.firstName())));
        return now;
    }
}
