package io.nocode.foundation.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.nocode.shared.security.Role;
import io.nocode.shared.signal.Listener;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The active memberships of each user, remembered until a signal says that they changed. */
@ApplicationScoped
public class Memberships {
    /** The topic of the signal to send, with the user's id, when a membership of theirs changes. */
    public static final String TOPIC = "membership";

    private final LoadingCache<UUID, Map<UUID, Role>> roles =
            Caffeine.newBuilder().maximumSize(50_000).build(this::load);

    @Inject
    private Database database;

    @Inject
    private Listener listener;

    Role role(UUID user, UUID organisation) {
        return of(user).getOrDefault(organisation, Role.CLIENT);
    }

    Set<UUID> organisations(UUID user) {
        return of(user).keySet();
    }

    void forget(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            roles.invalidate(UUID.fromString(signal.payload()));
        } else if (signal.concerns(TOPIC)) {
            roles.invalidateAll();
        }
    }

    private Map<UUID, Role> of(UUID user) {
        return listener.isListening() ? roles.get(user) : load(user);
    }

    private Map<UUID, Role> load(UUID user) {
        return database
                .list(
                        Sql.of(
                                "select m.organisation_id, m.role from organisation_member m"
                                        + " where m.user_id = ? and m.status = 'ACTIVE'",
                                user),
                        row -> Map.entry(row.uuid("organisation_id"), Role.valueOf(row.text("role"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
