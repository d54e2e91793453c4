package io.nocode.foundation.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Whether each sign-in still lasts, remembered until a signal says that it ended. */
@ApplicationScoped
public class SessionStates {
    /** The topic of the signal to send, with the session's id, when a sign-in ends. */
    static final String TOPIC = "session";

    private final LoadingCache<UUID, Boolean> lasting =
            Caffeine.newBuilder().maximumSize(100_000).build(this::load);

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    boolean isLasting(UUID session) {
        return signals.isCurrent(TOPIC) ? lasting.get(session) : load(session);
    }

    void forget(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            lasting.invalidate(UUID.fromString(signal.payload()));
        } else if (signal.concerns(TOPIC)) {
            lasting.invalidateAll();
        }
    }

    private boolean load(UUID session) {
        return database.exists(Sql.of("select 1 from user_session where id = ? and ended_at is null", session));
    }
}
