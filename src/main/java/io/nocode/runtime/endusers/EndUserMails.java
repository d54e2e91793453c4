package io.nocode.runtime.endusers;

import io.nocode.foundation.auth.AuthSettings;
import io.nocode.foundation.auth.OneTimeTokens;
import io.nocode.foundation.auth.OneTimeTokens.Purpose;
import io.nocode.foundation.mail.Mail;
import io.nocode.foundation.mail.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/** The links that end users get by mail. Each token is stored with the mail that carries it. */
@ApplicationScoped
@Transactional
public class EndUserMails {
    private static final Duration INVITATION_LIFETIME = Duration.ofDays(7);
    private static final Duration FLOOD_WINDOW = Duration.ofHours(1);

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Mailer mailer;

    void verification(AppDoor.Open open, EndUser user) {
        send(open, user, Purpose.VERIFY_EMAIL, AuthSettings.VERIFICATION_LIFETIME, "app-verify-email", "verify-email");
    }

    void reset(AppDoor.Open open, EndUser user) {
        send(open, user, Purpose.RESET_PASSWORD, AuthSettings.RESET_LIFETIME, "app-reset-password", "reset-password");
    }

    /** The link leads to choosing the first password, which proves that the mailbox is theirs. */
    void invitation(AppDoor.Open open, EndUser user) {
        send(open, user, Purpose.RESET_PASSWORD, INVITATION_LIFETIME, "app-invitation", "reset-password");
    }

    void passwordChanged(AppDoor.Open open, EndUser user) {
        mailer.send(new Mail(
                "app-password-changed",
                user.email(),
                user.language(),
                null,
                List.of(open.app().name())));
    }

    /** Nobody's mailbox is to be flooded. */
    private void send(
            AppDoor.Open open, EndUser user, Purpose purpose, Duration lifetime, String template, String page) {
        if (tokens.issuedWithin(user.id(), purpose, FLOOD_WINDOW) >= AuthSettings.MAILS_PER_ACCOUNT) {
            return;
        }
        String token = tokens.issue(open.realm(), user.id(), purpose, lifetime);
        mailer.send(new Mail(
                template,
                user.email(),
                user.language(),
                open.link(page, token),
                List.of(open.app().name())));
    }
}
