package io.nocode.foundation.apikeys;

import io.nocode.foundation.privacy.PersonalData;
import io.nocode.foundation.users.AccountErasing;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** The API keys of people; they end with their maker. */
@ApplicationScoped
class KeyData implements PersonalData {
    @Inject
    private Database database;

    @Inject
    private Signals signals;

    @Override
    public Map<String, Sql> of(UUID person, String email) {
        return Map.of(
                "api_keys",
                Sql.of(
                        "select id, name, prefix, organisation_id as organization_id, role, project_ids, expires_at,"
                                + " last_used_at, created_at from api_key where maker_id = ? order by created_at",
                        person));
    }

    void erase(@Observes AccountErasing event) {
        database.list(
                        Sql.of("delete from api_key where maker_id = ? returning key_hash", event.userId()),
                        row -> row.text("key_hash"))
                .forEach(hash -> signals.send(KeyStates.TOPIC, hash));
    }
}
