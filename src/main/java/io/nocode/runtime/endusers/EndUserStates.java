package io.nocode.runtime.endusers;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.nocode.foundation.auth.EndUserDirectory;
import io.nocode.runtime.apps.AppProblem;
import io.nocode.runtime.apps.Apps;
import io.nocode.shared.security.Caller;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What decides at each request of an end user, remembered until a signal says that it changed. */
@ApplicationScoped
public class EndUserStates implements EndUserDirectory {
    /** The topic of the signal to send, with the account's id, when it changes. */
    static final String TOPIC = "app_user";

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final LoadingCache<UUID, Optional<State>> states =
            Caffeine.newBuilder().maximumSize(100_000).build(this::load);

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    private record State(
            UUID app, UUID project, String environment, String role, String email, boolean active, boolean stopped) {}

    @Override
    public Optional<Caller> caller(UUID app, UUID account, UUID session) {
        Optional<State> found = (signals.isCurrent(TOPIC) ? states.get(account) : load(account))
                .filter(state -> state.app().equals(app) && state.active());
        if (found.map(State::stopped).orElse(false)) {
            throw AppProblem.APP_STOPPED.because().retryAfter(LOOK_AGAIN);
        }
        return found.map(state -> new Caller.EndUser(
                account, app, state.project(), state.environment(), state.role(), state.email(), session));
    }

    void forget(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            states.invalidate(UUID.fromString(signal.payload()));
        } else if (signal.concerns(TOPIC) || signal.topic().equals(Apps.TOPIC)) {
            states.invalidateAll();
        }
    }

    private Optional<State> load(UUID account) {
        return database.first(
                Sql.of(
                        "select u.app_id, a.project_id, u.environment, u.role, u.email, u.is_active, a.stopped"
                                + " from app_user u join app a on a.id = u.app_id where u.id = ?",
                        account),
                row -> new State(
                        row.uuid("app_id"),
                        row.uuid("project_id"),
                        row.text("environment"),
                        row.text("role"),
                        row.text("email"),
                        row.flag("is_active"),
                        row.flag("stopped")));
    }
}
