package io.nocode.foundation.auth;

import io.nocode.foundation.auth.OneTimeTokens.Purpose;
import io.nocode.foundation.mail.Mail;
import io.nocode.foundation.mail.Mailer;
import io.nocode.foundation.users.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Stores the token of a reset together with its mail. */
@ApplicationScoped
@Transactional
public class ResetMails {
    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Mailer mailer;

    void send(Account account) {
        String token = tokens.issue(account.id(), Purpose.RESET_PASSWORD, AuthSettings.RESET_LIFETIME);
        mailer.send(new Mail(
                "reset-password",
                account.email(),
                account.language(),
                Mailer.link("reset-password", token),
                List.of(account.firstName())));
    }
}
