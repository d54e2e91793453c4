package io.nocode.runtime.endusers;

import io.nocode.foundation.auth.OneTimeTokens;
import io.nocode.foundation.auth.OneTimeTokens.Purpose;
import io.nocode.foundation.auth.ResetRequest;
import io.nocode.foundation.auth.Throttle;
import io.nocode.foundation.passwords.PasswordProblem;
import io.nocode.foundation.passwords.PasswordRules;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.runtime.apps.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new password for an end user, or the first one of who was invited, by a link to the account's address. */
@ApplicationScoped
class EndUserPasswords {
    @Inject
    private Throttle throttle;

    @Inject
    private AppDoor door;

    @Inject
    private EndUserRepository users;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Passwords passwords;

    @Inject
    private EndUserWrites writes;

    /** Sends a link if the account exists; the caller learns nothing of that. */
    void ask(UUID app, @Nullable Stage environment, String email) {
        throttle.count();
        AppDoor.Open open = door.open(app, environment);
        users.findByEmail(open, email).filter(EndUser::isActive).ifPresent(user -> writes.sendReset(open, user));
    }

    /**
     * Takes the new password, and ends every sign-in of the account.
     *
     * @throws io.nocode.shared.problem.Problem INVALID_LINK, WEAK_PASSWORD
     */
    Instant confirm(UUID app, ResetRequest request) {
        AppDoor.Open open = door.open(app);
        require(open, "new_password", request.newPassword(), request.newPasswordConfirm());
        tokens.require(open.realm(), request.token(), Purpose.RESET_PASSWORD);
        return writes.newPassword(open, request.token(), passwords.hash(request.newPassword()));
    }

    /** The platform's rules, and the length that the application asks for. */
    static void require(AppDoor.Open open, String field, String password, String again) {
        int least = open.settings().passwordMinLength();
        if (password.codePointCount(0, password.length()) < least) {
            throw PasswordProblem.WEAK_PASSWORD.at(field, "field.password.short", least);
        }
        PasswordRules.require(field, password, again);
    }
}
