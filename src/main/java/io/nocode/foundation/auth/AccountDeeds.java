package io.nocode.foundation.auth;

import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.organisations.OwnOrganisation;
import io.nocode.foundation.organisations.OwnOrganisations;
import io.nocode.foundation.twofactor.SecondFactorChanged;
import io.nocode.foundation.users.AccountDeactivated;
import io.nocode.foundation.users.AccountErasing;
import io.nocode.foundation.users.AccountReactivated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Takes down, for each organisation of an account, what concerns how safely its people sign in. */
@ApplicationScoped
class AccountDeeds {
    @Inject
    private OwnOrganisations organisations;

    @Inject
    private AuditLog audit;

    void deactivated(@Observes AccountDeactivated event) {
        record(event.userId(), Deed.USER_DEACTIVATED);
    }

    void reactivated(@Observes AccountReactivated event) {
        record(event.userId(), Deed.USER_REACTIVATED);
    }

    void erasing(@Observes AccountErasing event) {
        record(event.userId(), Deed.USER_ERASED);
    }

    void secondFactor(@Observes SecondFactorChanged event) {
        record(event.userId(), event.enabled() ? Deed.USER_TWO_FACTOR_ENABLED : Deed.USER_TWO_FACTOR_DISABLED);
    }

    private void record(UUID account, Deed deed) {
        for (OwnOrganisation each : organisations.of(account)) {
            audit.record(each.id(), deed, account, Map.of());
        }
    }
}
