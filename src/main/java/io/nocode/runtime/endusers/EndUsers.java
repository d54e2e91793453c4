package io.nocode.runtime.endusers;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.auth.SessionEnd;
import io.nocode.foundation.auth.SignInFamilies;
import io.nocode.foundation.users.EmailAddress;
import io.nocode.runtime.apps.App;
import io.nocode.runtime.apps.AppConfiguration.RegistrationMode;
import io.nocode.runtime.apps.Apps;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.signal.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The end users of an application, for who manages it. What changes is felt by their very next request. */
@ApplicationScoped
@Transactional
public class EndUsers {
    @Inject
    private Apps apps;

    @Inject
    private EndUserRepository users;

    @Inject
    private EndUserMails mails;

    @Inject
    private SignInFamilies families;

    @Inject
    private AuditLog audit;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    Page<EndUserView> list(
            UUID app, @Nullable Stage environment, @Nullable Boolean active, @Nullable String role, PageRequest asked) {
        apps.find(app, Action.APPS_MANAGE);
        return users.page(app, environment, active, role, asked).map(EndUser::view);
    }

    /**
     * Makes an account that waits for its owner to choose a password, by a link in a mail.
     *
     * @throws io.nocode.shared.problem.Problem EMAIL_TAKEN; REGISTRATION_CLOSED where nobody is to come any more
     */
    EndUserView invite(UUID id, InviteEndUser request) {
        App app = apps.find(id, Action.APPS_MANAGE);
        AppDoor.Open open = AppDoor.of(app, request.environment());
        if (open.settings().registration() == RegistrationMode.CLOSED) {
            throw EndUserProblem.REGISTRATION_CLOSED.because();
        }
        String role = Objects.requireNonNullElse(request.role(), open.settings().defaultRole());
        requireRole(app, role);
        EndUser user = new EndUser(
                open,
                EmailAddress.normalised(request.email()),
                "",
                request.name() == null ? "" : request.name().strip(),
                role,
                Objects.requireNonNullElse(request.language(), "en"),
                clock.instant());
        users.add(user);
        mails.invitation(open, user);
        record(app, Deed.APP_USER_INVITED, user);
        return user.view();
    }

    EndUserView read(UUID app, UUID id) {
        apps.find(app, Action.APPS_MANAGE);
        return users.find(app, id).orElseThrow(CommonProblem.NOT_FOUND::because).view();
    }

    EndUserView replace(UUID app, UUID id, EndUserUpdate update) {
        App found = apps.find(app, Action.APPS_MANAGE);
        EndUser user = users.lock(app, id);
        Preconditions.check(user::view);
        return change(found, user, update);
    }

    EndUserView merge(UUID app, UUID id, JsonNode patch) {
        App found = apps.find(app, Action.APPS_MANAGE);
        EndUser user = users.lock(app, id);
        Preconditions.check(user::view);
        return change(found, user, Body.merged(user.asUpdate(), patch, EndUserUpdate.class));
    }

    /** Deletes the account and every trace of its sign-ins; rows that it made stay. */
    void delete(UUID app, UUID id) {
        App found = apps.find(app, Action.APPS_MANAGE);
        EndUser user = users.lock(app, id);
        Preconditions.check(user::view);
        families.erase(id);
        users.remove(user);
        signals.send(EndUserStates.TOPIC, id.toString());
        record(found, Deed.APP_USER_DELETED, user);
    }

    private EndUserView change(App app, EndUser user, EndUserUpdate update) {
        if (!update.role().equals(user.role())) {
            requireRole(app, update.role());
        }
        user.describe(update, clock.instant());
        if (!user.isActive()) {
            families.endAll(user.id(), SessionEnd.DEACTIVATED);
        }
        signals.send(EndUserStates.TOPIC, user.id().toString());
        record(app, Deed.APP_USER_CHANGED, user);
        return user.view();
    }

    private static void requireRole(App app, String role) {
        if (!app.settings().roles().contains(role)) {
            throw CommonProblem.INVALID.at(
                    "role",
                    "field.must_be.one_of",
                    String.join(", ", app.settings().roles()));
        }
    }

    private void record(App app, Deed deed, EndUser user) {
        audit.record(
                app.organizationId(),
                deed,
                user.id(),
                Map.of("app_id", app.id(), "role", user.role(), "is_active", user.isActive()));
    }
}
