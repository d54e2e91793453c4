package io.nocode.foundation.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.json.Body;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;

/** What people say of themselves, and who may read it. */
@ApplicationScoped
@Transactional
public class Profiles {
    @Inject
    private AccountRepository accounts;

    @Inject
    private Access access;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** The caller's own account. */
    UserView own() {
        return find(CurrentUser.id());
    }

    /** An account, for a superuser, its owner, or an ADMIN of an organisation that both belong to; else NOT_FOUND. */
    UserView of(UUID id) {
        if (!CurrentUser.get().isSuperuser() && !CurrentUser.id().equals(id) && !administersOneOf(id)) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return find(id);
    }

    UserView replace(Profile profile) {
        return describe(accounts.lock(CurrentUser.person().id()), profile);
    }

    UserView merge(JsonNode patch) {
        Account account = accounts.lock(CurrentUser.person().id());
        return describe(account, Body.merged(account.profile(), patch, Profile.class));
    }

    private UserView describe(Account account, Profile profile) {
        Preconditions.check(account::view);
        requireTimezone(profile);
        account.describe(profile, clock.instant());
        return account.view();
    }

    static void requireTimezone(Profile profile) {
        if (profile.timezone() != null) {
            try {
                ZoneId.of(profile.timezone());
            } catch (DateTimeException unknown) {
                throw CommonProblem.INVALID.at("timezone", "field.timezone");
            }
        }
    }

    private UserView find(UUID id) {
        return accounts.find(id).map(Account::view).orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    private boolean administersOneOf(UUID user) {
        return database.exists(Sql.of(
                "select 1 from organisation_member where user_id = ? and status = 'ACTIVE'"
                        + " and organisation_id = any(?::uuid[])",
                user,
                access.organisations(Action.MEMBERS_MANAGE)));
    }
}
