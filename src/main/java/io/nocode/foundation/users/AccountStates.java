package io.nocode.foundation.users;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The state of each account, remembered until a signal says that it changed. */
@ApplicationScoped
public class AccountStates {
    /** The topic of the signal to send, with the account's id, when its state changes. */
    public static final String TOPIC = "account";

    private final LoadingCache<UUID, Optional<AccountState>> states =
            Caffeine.newBuilder().maximumSize(100_000).build(this::load);

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    /** The state now; empty where there is no such account. */
    public Optional<AccountState> find(UUID account) {
        return signals.isCurrent(TOPIC) ? states.get(account) : load(account);
    }

    void forget(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            states.invalidate(UUID.fromString(signal.payload()));
        } else if (signal.concerns(TOPIC)) {
            states.invalidateAll();
        }
    }

    private Optional<AccountState> load(UUID account) {
        return database.first(
                Sql.of("select email, is_active, is_superuser from user_account where id = ?", account),
                row -> new AccountState(row.text("email"), row.flag("is_active"), row.flag("is_superuser")));
    }
}
