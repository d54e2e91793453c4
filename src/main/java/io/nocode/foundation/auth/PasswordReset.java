package io.nocode.foundation.auth;

import io.nocode.foundation.auth.OneTimeTokens.Purpose;
import io.nocode.foundation.passwords.PasswordRules;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** A new password for who has forgotten the old one, by a link to the account's e-mail address. */
@ApplicationScoped
public class PasswordReset {
    private static final Duration FLOOD_WINDOW = Duration.ofHours(1);

    @Inject
    private AccountRepository accounts;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private ResetMails mails;

    @Inject
    private Passwords passwords;

    @Inject
    private NewPasswords newPasswords;

    /** Sends a link if the account exists; the caller learns nothing of that. */
    void ask(String email) {
        accounts.findByEmail(email)
                .filter(Account::isActive)
                .filter(account -> tokens.issuedWithin(account.id(), Purpose.RESET_PASSWORD, FLOOD_WINDOW)
                        < AuthSettings.MAILS_PER_ACCOUNT)
                .ifPresent(mails::send);
    }

    /**
     * Takes the new password, and ends every sign-in of the account.
     *
     * @throws io.nocode.shared.problem.Problem INVALID_LINK, WEAK_PASSWORD
     */
    Instant confirm(ResetRequest request) {
        PasswordRules.require("new_password", request.newPassword(), request.newPasswordConfirm());
        tokens.require(request.token(), Purpose.RESET_PASSWORD);
        return newPasswords.byLink(request.token(), passwords.hash(request.newPassword()));
    }
}
