package io.nocode.runtime.served;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nocode.foundation.mail.PublicUrl;
import io.nocode.runtime.apps.AppConfiguration;
import io.nocode.runtime.apps.Apps;
import io.nocode.runtime.environments.EnvironmentTables;
import io.nocode.shared.json.Json;
import io.nocode.shared.signal.Listener;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications by their ids, host names and projects, remembered until a signal says that one has changed. */
@ApplicationScoped
class AppAddresses {
    private static final String SELECT =
            "select a.id, a.project_id, a.slug, a.environment, a.configuration from app a ";
    private static final String LIVE = " exists (select 1 from environment e where e.project_id = a.project_id"
            + " and e.name = a.environment) and not a.stopped";

    private final Cache<UUID, Optional<Address>> byId =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final Cache<UUID, List<Address>> byProject =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final String platform = PublicUrl.configuredHost();
    private volatile Map<String, Address> byHost = Map.of();
    private volatile boolean hostsKnown;

    @Inject
    private Database database;

    @Inject
    private Listener listener;

    /** Where an application is. */
    record Address(UUID app, UUID project, String key, String environment, AppConfiguration settings) {}

    Optional<Address> find(UUID app) {
        return remembered(byId, app, id -> database.first(Sql.of(SELECT + "where a.id = ?", id), AppAddresses::read));
    }

    /** The applications of a project that are live and not stopped. */
    List<Address> ofProject(UUID project) {
        return remembered(
                byProject,
                project,
                id -> database.list(Sql.of(SELECT + "where a.project_id = ? and" + LIVE, id), AppAddresses::read));
    }

    /** The application whose own host name this is. The platform's name is nobody else's, whatever is stored. */
    Optional<Address> atHost(String host) {
        if (!hostsKnown || !listener.isListening()) {
            loadHosts();
        }
        @Nullable Address found = byHost.get(host);
        return found == null || host.equals(platform) ? Optional.empty() : Optional.of(found);
    }

    void forget(@Observes Signal signal) {
        boolean live = signal.topic().equals(EnvironmentTables.TOPIC)
                && !signal.payload().endsWith(" dev");
        if (live || signal.concerns(Apps.TOPIC)) {
            hostsKnown = false;
            byId.invalidateAll();
            byProject.invalidateAll();
        }
    }

    private <T> T remembered(Cache<UUID, T> cache, UUID id, java.util.function.Function<UUID, T> load) {
        if (!listener.isListening()) {
            return load.apply(id);
        }
        return cache.get(id, load);
    }

    /** Without the database the names stay as they were last known: every request asks. */
    private void loadHosts() {
        hostsKnown = true;
        try {
            Map<String, Address> now = new HashMap<>();
            database.list(
                            Sql.of("select d.domain, a.id, a.project_id, a.slug, a.environment, a.configuration"
                                    + " from app_domain d join app a on a.id = d.app_id"),
                            row -> Map.entry(row.text("domain"), read(row)))
                    .forEach(entry -> now.put(entry.getKey(), entry.getValue()));
            byHost = Map.copyOf(now);
        } catch (DatabaseFault away) {
            hostsKnown = false;
        }
    }

    private static Address read(Row row) {
        String environment = row.text("environment");
        return new Address(
                row.uuid("id"),
                row.uuid("project_id"),
                row.text("slug") + (environment.equals("prod") ? "" : "--" + environment),
                environment,
                Json.as(row.json("configuration"), AppConfiguration.class));
    }
}
