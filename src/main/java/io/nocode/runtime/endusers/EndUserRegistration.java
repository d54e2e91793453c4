package io.nocode.runtime.endusers;

import io.nocode.foundation.auth.OneTimeTokens;
import io.nocode.foundation.auth.OneTimeTokens.Purpose;
import io.nocode.foundation.auth.Throttle;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.foundation.users.EmailAddress;
import io.nocode.foundation.users.UserProblem;
import io.nocode.runtime.apps.AppConfiguration.RegistrationMode;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes accounts for who comes, where the application is open to that. */
@ApplicationScoped
class EndUserRegistration {
    @Inject
    private Throttle throttle;

    @Inject
    private AppDoor door;

    @Inject
    private EndUserRepository users;

    @Inject
    private Passwords passwords;

    @Inject
    private EndUserWrites writes;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Clock clock;

    /**
     * @throws io.nocode.shared.problem.Problem REGISTRATION_CLOSED, EMAIL_TAKEN, WEAK_PASSWORD
     */
    RegisteredEndUser register(UUID app, @Nullable Stage environment, RegisterEndUser request) {
        throttle.count();
        AppDoor.Open open = door.open(app, environment);
        if (open.settings().registration() != RegistrationMode.OPEN) {
            throw EndUserProblem.REGISTRATION_CLOSED.because();
        }
        EndUserPasswords.require(open, "password", request.password(), request.passwordConfirm());
        EndUser user = passwords.limited(() -> store(open, request));
        String message = Messages.text(RequestContext.currentLanguage(), "auth.registered");
        return new RegisteredEndUser(message, user.view());
    }

    /** Sends another link where the address waits for one; the caller learns nothing of that. */
    void resend(UUID app, @Nullable Stage environment, String email) {
        throttle.count();
        AppDoor.Open open = door.open(app, environment);
        users.findByEmail(open, email)
                .filter(user -> user.isActive() && !user.isEmailVerified())
                .ifPresent(user -> writes.sendVerification(open, user));
    }

    /**
     * @throws io.nocode.shared.problem.Problem INVALID_LINK
     */
    void confirm(UUID app, String token) {
        AppDoor.Open open = door.open(app);
        tokens.require(open.realm(), token, Purpose.VERIFY_EMAIL);
        writes.verify(open, token);
    }

    private EndUser store(AppDoor.Open open, RegisterEndUser request) {
        if (users.findByEmail(open, request.email()).isPresent()) {
            throw UserProblem.EMAIL_TAKEN.at("email", "field.taken");
        }
        EndUser user = new EndUser(
                open,
                EmailAddress.normalised(request.email()),
                passwords.hash(request.password()),
                request.name() == null ? "" : request.name().strip(),
                open.settings().defaultRole(),
                RequestContext.currentLanguage().getLanguage(),
                clock.instant());
        writes.add(open, user);
        return user;
    }
}
