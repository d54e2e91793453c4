package io.nocode.runtime.environments;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.nocode.runtime.query.LiveTable;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import io.nocode.studio.tables.DraftTables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The tables of each environment, remembered until a signal says that they changed: in {@code dev} those of the draft,
 * elsewhere those of the version that was deployed there.
 */
@ApplicationScoped
public class EnvironmentTables {
    /** The topic of the signal to send, with the project's id and the environment's name, when tables change. */
    public static final String TOPIC = "tables";

    private static final String DEV = "dev";
    private static final Set<String> NAMES = Set.of(DEV, "staging", "prod");

    private record Key(UUID project, String environment) {}

    private final LoadingCache<Key, Map<String, LiveTable>> tables =
            Caffeine.newBuilder().maximumSize(5_000).build(this::load);

    @Inject
    private Database database;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private DraftTables drafts;

    @Inject
    private Signals signals;

    /**
     * The tables of an environment by name; none where nothing is deployed.
     *
     * @throws io.nocode.shared.problem.Problem INVALID for a name that no environment has
     */
    public Map<String, LiveTable> find(UUID project, String environment) {
        if (!NAMES.contains(environment)) {
            throw CommonProblem.INVALID.at("environment", "field.must_be.one_of", "dev, staging, prod");
        }
        Key key = new Key(project, environment);
        return signals.isCurrent(TOPIC) ? tables.get(key) : load(key);
    }

    /** Drops what is remembered of an environment: it proved to be out of date. */
    public void forget(UUID project, String environment) {
        tables.invalidate(new Key(project, environment));
    }

    void forget(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            String[] parts = signal.payload().split(" ", 2);
            forget(UUID.fromString(parts[0]), parts[1]);
        } else if (signal.concerns(TOPIC)) {
            tables.invalidateAll();
        }
    }

    private Map<String, LiveTable> load(Key key) {
        List<TableSchema> schemas = key.environment().equals(DEV) ? drafts.of(key.project()) : deployed(key);
        return LiveTable.all(
                projects.find(key.project()).pgSchema(key.environment()),
                new LiveTable.Place("/api/v1/runtime/projects/" + key.project() + "/tables/", key.environment()),
                schemas);
    }

    private List<TableSchema> deployed(Key key) {
        return database.first(
                        Sql.of(
                                "select e.tables from environment e where e.project_id = ? and e.name = ?",
                                key.project(),
                                key.environment()),
                        row -> TableSchemaJson.readAll(row.json("tables")))
                .orElse(List.of());
    }
}
