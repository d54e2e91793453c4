package io.nocode.foundation.auth;

import io.nocode.foundation.privacy.PersonalData;
import io.nocode.foundation.users.AccountErasing;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** What signing in leaves behind: sign-ins, attempts, and the links in mails. */
@ApplicationScoped
class SignInData implements PersonalData {
    @Inject
    private Database database;

    @Override
    public Map<String, Sql> of(UUID person, String email) {
        return Map.of(
                "sessions",
                Sql.of(
                        "select id, user_agent as device, address, last_seen_at, expires_at, ended_at, ended_reason,"
                                + " created_at from user_session where user_id = ? order by created_at",
                        person),
                "sign_in_attempts",
                Sql.of(
                        "select address, succeeded, created_at from login_attempt where account_hash = ?"
                                + " order by created_at",
                        Vault.hash(email)),
                "mailed_links",
                Sql.of(
                        "select purpose, created_at, expires_at, used_at from one_time_token where user_id = ?"
                                + " order by created_at",
                        person));
    }

    void erase(@Observes AccountErasing event) {
        database.update(Sql.of("delete from user_session where user_id = ?", event.userId()));
        database.update(Sql.of("delete from one_time_token where user_id = ?", event.userId()));
        database.update(Sql.of("delete from login_attempt where account_hash = ?", Vault.hash(event.email())));
    }
}
