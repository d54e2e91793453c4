package io.nocode.runtime.served;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nocode.runtime.apps.AppConfiguration;
import io.nocode.runtime.apps.Apps;
import io.nocode.runtime.environments.EnvironmentTables;
import io.nocode.shared.json.Json;
import io.nocode.shared.signal.Listener;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The applications that are live, by their names below {@code /apps/}. A node remembers them until a signal says that
 * something about one has changed: its deployment, its configuration, its being stopped.
 */
@ApplicationScoped
class ServedApps {
    private static final String STAGING = "--staging";
    private static final String FIND = """
            select a.id, a.project_id, a.name, a.stopped, a.configuration, e.version_number, e.content
            from app a
            join environment e on e.project_id = a.project_id and e.name = ?
            where a.slug = ?
            """;

    private final Cache<String, Optional<ServedApp>> byKey =
            Caffeine.newBuilder().maximumSize(2_000).build();
    private final AtomicLong changes = new AtomicLong();

    @Inject
    private Database database;

    @Inject
    private Listener listener;

    /**
     * The application under a name, if something of it is live.
     *
     * @param key a slug, or one with {@code --staging} behind it
     */
    Optional<ServedApp> find(String key) {
        Optional<ServedApp> known = listener.isListening() ? byKey.getIfPresent(key) : null;
        if (known != null) {
            return known;
        }
        long before = changes.get();
        Optional<ServedApp> now = load(key);
        byKey.put(key, now);
        if (changes.get() != before) {
            // What was read may be from before the change, and the change has been heard already.
            byKey.invalidate(key);
        }
        return now;
    }

    void forget(@Observes Signal signal) {
        if (signal.topic().equals(EnvironmentTables.TOPIC) && signal.payload().endsWith(" dev")) {
            return;
        }
        if (signal.concerns(Apps.TOPIC)
                || signal.topic().equals(EnvironmentTables.TOPIC)
                || signal.topic().equals(ProjectDirectory.TOPIC)) {
            changes.incrementAndGet();
            byKey.asMap()
                    .values()
                    .removeIf(known -> known.isEmpty()
                            || signal.topic().equals(Signal.RESET)
                            || signal.payload()
                                    .startsWith(known.get().identity().app().toString())
                            || signal.payload()
                                    .startsWith(known.get().identity().project().toString()));
        }
    }

    private Optional<ServedApp> load(String key) {
        boolean staging = key.endsWith(STAGING);
        String slug = staging ? key.substring(0, key.length() - STAGING.length()) : key;
        String environment = staging ? "staging" : "prod";
        return database.first(
                Sql.of(FIND, environment, slug),
                row -> new ServedApp(
                        new ServedApp.Identity(
                                row.uuid("id"), row.uuid("project_id"), environment, key, row.text("name")),
                        row.flag("stopped"),
                        (int) row.number("version_number"),
                        Json.as(row.json("configuration"), AppConfiguration.class),
                        row.json("content")));
    }
}
