package io.nocode.foundation.apikeys;

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
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Keys by their hash, remembered until a signal says that one is gone. */
@ApplicationScoped
class KeyStates {
    /** The topic of the signal to send, with the hash, when a key is made or deleted. */
    static final String TOPIC = "api-key";

    /** A while only: what strangers make up is remembered too. */
    private final LoadingCache<String, Optional<KeyState>> keys = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build(this::load);

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    Optional<KeyState> find(String hash) {
        return signals.isCurrent(TOPIC) ? keys.get(hash) : load(hash);
    }

    void forget(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            keys.invalidate(signal.payload());
        } else if (signal.concerns(TOPIC)) {
            keys.invalidateAll();
        }
    }

    /** The key of that id. */
    Optional<KeyState> find(UUID id) {
        return first(Sql.of("id = ?", id));
    }

    private Optional<KeyState> load(String hash) {
        return first(Sql.of("key_hash = ?", hash));
    }

    private Optional<KeyState> first(Sql condition) {
        return database.first(
                Sql.of("select id, maker_id, organisation_id, role, to_json(project_ids)::text as projects, expires_at"
                                + " from api_key where ")
                        .then(condition),
                row -> new KeyState(
                        row.uuid("id"),
                        row.uuid("maker_id"),
                        row.uuid("organisation_id"),
                        Role.valueOf(row.text("role")),
                        ids(row.json("projects")),
                        row.instantOrNull("expires_at")));
    }

    static Set<UUID> ids(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(text -> UUID.fromString(text.asText()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
