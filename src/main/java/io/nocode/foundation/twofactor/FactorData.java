package io.nocode.foundation.twofactor;

import io.nocode.foundation.privacy.PersonalData;
import io.nocode.foundation.users.AccountErasing;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** How somebody proves a second time who they are; the secrets themselves are told to nobody. */
@ApplicationScoped
class FactorData implements PersonalData {
    @Inject
    private RecoveryCodes codes;

    @Override
    public Map<String, Sql> of(UUID person, String email) {
        return Map.of(
                "second_factor",
                Sql.of(
                        "select otp_since as enabled_at from user_account where id = ? and otp_since is not null",
                        person),
                "recovery_codes",
                Sql.of(
                        "select created_at, used_at from recovery_code where user_id = ? order by created_at, id",
                        person));
    }

    void erase(@Observes AccountErasing event) {
        codes.drop(event.userId());
    }
}
