package io.nocode.foundation.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.nocode.shared.security.Role;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The active memberships of each user, remembered until a signal says that they changed. */
@ApplicationScoped
public class Memberships {
    /** The topic of the signal to send, with the user's id, when a membership of theirs changes. */
    public static final String TOPIC = "membership";

    private final LoadingCache<UUID, Map<UUID, Membership>> memberships =
            Caffeine.newBuilder().maximumSize(50_000).build(this::load);

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    Membership find(UUID user, UUID organisation) {
        return of(user).getOrDefault(organisation, Membership.NONE);
    }

    Set<UUID> organisations(UUID user) {
        return of(user).keySet();
    }

    void forget(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            memberships.invalidate(UUID.fromString(signal.payload()));
        } else if (signal.concerns(TOPIC)) {
            memberships.invalidateAll();
        }
    }

    private Map<UUID, Membership> of(UUID user) {
        return signals.isCurrent(TOPIC) ? memberships.get(user) : load(user);
    }

    private Map<UUID, Membership> load(UUID user) {
        return database
                .list(
                        Sql.of(
                                "select m.organisation_id, m.role, m.permissions from organisation_member m"
                                        + " where m.user_id = ? and m.status = 'ACTIVE'",
                                user),
                        row -> Map.entry(
                                row.uuid("organisation_id"),
                                new Membership(
                                        Role.valueOf(row.text("role")),
                                        actions(row.json("permissions")),
                                        Team.all(row.json("permissions")))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<Action> actions(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .flatMap(name -> Action.named(name.asText()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
