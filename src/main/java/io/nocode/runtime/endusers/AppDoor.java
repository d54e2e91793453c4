package io.nocode.runtime.endusers;

import io.nocode.foundation.auth.Realm;
import io.nocode.foundation.mail.PublicUrl;
import io.nocode.runtime.apps.App;
import io.nocode.runtime.apps.AppConfiguration;
import io.nocode.runtime.apps.AppProblem;
import io.nocode.runtime.apps.AppRepository;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens applications to their end users: what is not live is not there, and what is stopped serves nobody. */
@ApplicationScoped
class AppDoor {
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    @Inject
    private AppRepository apps;

    @Inject
    private Database database;

    /** An application in one of its environments. */
    record Open(App app, Stage environment, AppConfiguration settings) {
        Realm realm() {
            return Realm.of(app.id());
        }

        /** The address of a page of the application's own frame; no designed page can have it. */
        String link(String page, String token) {
            String name = app.slug() + (environment == Stage.PROD ? "" : "--" + environment.wire());
            return PublicUrl.base() + "/apps/" + name + "/-/" + page + "?token=" + token;
        }
    }

    /**
     * The application as its end users find it.
     *
     * @param environment the application's own where null
     * @throws io.nocode.shared.problem.Problem NOT_FOUND where nothing of it is live there, APP_STOPPED
     */
    Open open(UUID id, @Nullable Stage environment) {
        Open open = apps.find(id).map(app -> of(app, environment)).orElseThrow(CommonProblem.NOT_FOUND::because);
        if (!database.exists(Sql.of(
                "select 1 from environment where project_id = ? and name = ?",
                open.app().projectId(),
                open.environment().wire()))) {
            throw CommonProblem.NOT_FOUND.because();
        }
        if (open.app().isStopped()) {
            throw AppProblem.APP_STOPPED.because().retryAfter(LOOK_AGAIN);
        }
        return open;
    }

    /**
     * The application in whichever environment it is live: a token says whose it is.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND where nothing of it is live, APP_STOPPED
     */
    Open open(UUID id) {
        Stage live = database.first(
                        Sql.of(
                                "select e.name from app a join environment e on e.project_id = a.project_id"
                                        + " where a.id = ? order by e.name = a.environment desc",
                                id),
                        row -> Stage.of(row.text("name")))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
        return open(id, live);
    }

    /** The application for who manages it, whether anything is live or not. */
    static Open of(App app, @Nullable Stage environment) {
        return new Open(app, Objects.requireNonNullElse(environment, app.environment()), app.settings());
    }
}
