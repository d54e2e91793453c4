package io.nocode.studio.projects;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds projects, and decides what the caller may do with each; remembers them until a signal says otherwise. */
@ApplicationScoped
public class ProjectDirectory {
    /** The topic of the signal, with the project's id, that a project has changed or is gone. */
    public static final String TOPIC = "project";

    private final LoadingCache<UUID, Optional<ProjectRef>> projects =
            Caffeine.newBuilder().maximumSize(50_000).build(this::load);

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    @Inject
    private Access access;

    /**
     * The project, whoever asks.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND where there is none
     */
    public ProjectRef find(UUID id) {
        Optional<ProjectRef> found = signals.isCurrent(TOPIC) ? projects.get(id) : load(id);
        if (found.isEmpty()) {
            // It may be made in a moment: only what is there is remembered.
            projects.invalidate(id);
        }
        return found.orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /**
     * The project, if the caller may do this with it. Whoever has no part in its organisation may see a public one.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND for who may not even see it, FORBIDDEN for who may do no more
     */
    public ProjectRef require(UUID id, Action action) {
        ProjectRef project = find(id);
        access.require(action, project.target());
        return project;
    }

    void forget(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            projects.invalidate(UUID.fromString(signal.payload()));
        } else if (signal.concerns(TOPIC)) {
            projects.invalidateAll();
        }
    }

    private Optional<ProjectRef> load(UUID id) {
        return database.first(
                Sql.of(
                        "select id, organization_id, name, slug, schema_name, visibility, default_environment"
                                + " from project where id = ?",
                        id),
                row -> new ProjectRef(
                        row.uuid("id"),
                        row.uuid("organization_id"),
                        row.text("name"),
                        row.text("slug"),
                        row.text("schema_name"),
                        row.text("visibility").equals(Visibility.PUBLIC.name()),
                        row.text("default_environment")));
    }
}
