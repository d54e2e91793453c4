package io.nocode.runtime.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.mail.PublicUrl;
import io.nocode.shared.json.Body;
import io.nocode.shared.json.Json;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.versions.Version;
import io.nocode.studio.versions.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications, for who may see or manage them. */
@ApplicationScoped
@Transactional
public class Apps {
    /** The topic of the signal that tells, with the application's id, that something about it has changed. */
    public static final String TOPIC = "app";

    @Inject
    private AppRepository repository;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Versions versions;

    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private Outbox outbox;

    @Inject
    private Database database;

    @Inject
    private AppDomains domains;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    /** Makes an application of a published version; a job makes its bundle. */
    public AppView create(CreateApp request) {
        ProjectRef project = allowed(request.project(), Action.APPS_MANAGE);
        int version = version(project, request.version());
        String slug = request.slug() == null ? freeSlug(request.name()) : request.slug();
        App app = new App(request, project, slug, version, CurrentUser.id(), clock.instant());
        orSlugTaken(() -> repository.add(app));
        record(app, Deed.APP_CREATED);
        outbox.put(GenerationHandler.KIND, Map.of("app_id", app.id()));
        changed(app);
        return AppView.of(app);
    }

    Page<AppView> page(AppFilter filter, PageRequest asked) {
        return repository.page(AppScope.ofCaller(access), filter, asked).map(AppView::of);
    }

    public AppView read(UUID id) {
        return AppView.of(find(id, Action.APPS_SEE));
    }

    public AppView replace(UUID id, AppUpdate update) {
        App app = lock(id, Action.APPS_MANAGE);
        Preconditions.check(() -> AppView.of(app));
        return change(app, update);
    }

    public AppView merge(UUID id, JsonNode patch) {
        App app = lock(id, Action.APPS_MANAGE);
        Preconditions.check(() -> AppView.of(app));
        AppUpdate now = new AppUpdate(app.name(), app.slug(), Json.as(app.configuration(), AppConfiguration.class));
        return change(app, Body.merged(now, patch, AppUpdate.class));
    }

    /** Deletes an application; the tables and rows of its project stay. */
    public void delete(UUID id) {
        App app = lock(id, Action.APPS_MANAGE);
        Preconditions.check(() -> AppView.of(app));
        if (app.status() == AppStatus.DEPLOYMENT_PENDING) {
            throw AppProblem.DEPLOYMENT_RUNNING.because();
        }
        repository.remove(app);
        changed(app);
        record(app, Deed.APP_DELETED);
    }

    /** Serves an application no longer, or again. */
    public AppView stop(UUID id, boolean stop) {
        App app = lock(id, Action.APPS_MANAGE);
        app.stop(stop, clock.instant());
        changed(app);
        record(app, stop ? Deed.APP_STOPPED : Deed.APP_STARTED);
        return AppView.of(app);
    }

    /**
     * The application, if the caller may do this with it.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND where the caller may not even see its project, FORBIDDEN
     */
    public App find(UUID id, Action action) {
        App app = repository.find(id).orElseThrow(CommonProblem.NOT_FOUND::because);
        allowed(app.projectId(), action);
        return app;
    }

    /** Like {@link #find}, and nobody else changes it before this transaction ends. */
    public App lock(UUID id, Action action) {
        find(id, action);
        return repository.lock(id).orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    private AppView change(App app, AppUpdate update) {
        app.change(update, clock.instant());
        orSlugTaken(repository::flush);
        AppConfiguration settings = app.settings();
        settings.require(PublicUrl.host());
        domains.put(app.id(), settings.ownDomains());
        changed(app);
        return AppView.of(app);
    }

    private void changed(App app) {
        signals.send(TOPIC, app.id().toString());
    }

    private void record(App app, Deed deed) {
        audit.record(app.organizationId(), deed, app.id(), Map.of("name", app.name(), "slug", app.slug()));
    }

    /** Who may see a public project learns by 403 that its applications are not theirs; who may not, by 404. */
    private ProjectRef allowed(UUID project, Action action) {
        ProjectRef found = projects.require(project, Action.STUDIO_SEE);
        if (!access.may(action, found.target())) {
            throw CommonProblem.FORBIDDEN.because();
        }
        return found;
    }

    private int version(ProjectRef project, @Nullable Integer wanted) {
        Version latest = versions.latest(project.id()).orElseThrow(AppProblem.NOT_PUBLISHED::because);
        if (wanted == null) {
            return latest.number();
        }
        if (wanted > latest.number()) {
            throw CommonProblem.INVALID.at("version", "field.no_such_version");
        }
        return versions.find(project.id(), wanted).number();
    }

    private String freeSlug(String name) {
        // One at a time, so that two applications of one name do not both find the same slug free.
        database.exists(Sql.of("select pg_advisory_xact_lock(hashtext('app_slug')) is null"));
        String slug = Slug.of(name);
        for (int number = 2; isTaken(slug); number++) {
            slug = Slug.numbered(Slug.of(name), number);
        }
        return slug;
    }

    private boolean isTaken(String slug) {
        return database.exists(Sql.of("select 1 from app where slug = ?", slug));
    }

    private static void orSlugTaken(Runnable write) {
        try {
            write.run();
        } catch (PersistenceException refused) {
            if (DatabaseFault.in(refused)
                    .filter(fault -> fault.constraint().equals("app_slug"))
                    .isPresent()) {
                throw AppProblem.SLUG_TAKEN.at("slug", "field.taken");
            }
            throw refused;
        }
    }
}
