package io.nocode.foundation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers all personal data of the caller. */
@ApplicationScoped
@Transactional
public class Export {
    @Inject
    private AccountRepository accounts;

    @Inject
    private Instance<PersonalData> modules;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * @throws io.nocode.shared.problem.Problem FORBIDDEN for API keys
     */
    PersonalExport ofCaller() {
        Account account =
                accounts.find(CurrentUser.person().id()).orElseThrow(() -> CommonProblem.UNAUTHENTICATED.because());
        Map<String, List<JsonNode>> data = new TreeMap<>();
        for (PersonalData module : modules) {
            module.of(account.id(), account.email()).forEach((name, query) -> data.put(name, rows(query)));
        }
        return new PersonalExport(clock.instant(), account.view(), data);
    }

    private List<JsonNode> rows(Sql query) {
        return database.list(
                Sql.of("select row_to_json(mine)::text as one from (")
                        .then(query)
                        .then(") mine"),
                row -> row.json("one"));
    }
}
