package io.nocode.runtime.deployments;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.runtime.apps.App;
import io.nocode.runtime.apps.AppScope;
import io.nocode.runtime.apps.Apps;
import io.nocode.runtime.apps.Stage;
import io.nocode.runtime.deployments.Deployment.Order;
import io.nocode.runtime.deployments.DeploymentRepository.DeploymentFilter;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.studio.versions.Version;
import io.nocode.studio.versions.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for deployments and looks at them; a job does them. */
@ApplicationScoped
@Transactional
public class Deployments {
    @Inject
    private DeploymentRepository repository;

    @Inject
    private Apps apps;

    @Inject
    private LiveVersions live;

    @Inject
    private Losses losses;

    @Inject
    private Plans plans;

    @Inject
    private PlanSteps steps;

    @Inject
    private Versions versions;

    @Inject
    private EarlyEnd early;

    @Inject
    private CopiesEnd copies;

    @Inject
    private Access access;

    @Inject
    private Outbox outbox;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    /** Asks for a version to be brought live. */
    public DeployView deploy(UUID appId, DeployRequest request) {
        App app = apps.lock(appId, Action.APPS_MANAGE);
        Stage stage = Objects.requireNonNullElse(request.environment(), app.environment());
        Version version = version(app.projectId(), request.version(), "version");
        return begin(
                app,
                version,
                new Order(
                        DeploymentKind.DEPLOY,
                        stage,
                        version.number(),
                        liveNumber(app, stage),
                        Boolean.TRUE.equals(request.allowDataLoss()),
                        Boolean.TRUE.equals(request.forceRedeploy()),
                        null));
    }

    /** Asks for the way back to an earlier version. */
    public DeployView rollback(UUID appId, RollbackRequest request) {
        App app = apps.lock(appId, Action.APPS_MANAGE);
        Stage stage = Objects.requireNonNullElse(request.environment(), app.environment());
        Integer present = liveNumber(app, stage);
        if (present == null) {
            throw DeploymentProblem.NOTHING_TO_ROLL_BACK_TO.because();
        }
        int number = request.toVersion() != null
                ? request.toVersion()
                : repository
                        .liveBefore(app.projectId(), stage, present)
                        .orElseThrow(DeploymentProblem.NOTHING_TO_ROLL_BACK_TO::because);
        Version version = version(app.projectId(), number, "to_version");
        return begin(
                app,
                version,
                new Order(
                        DeploymentKind.ROLLBACK,
                        stage,
                        number,
                        present,
                        Boolean.TRUE.equals(request.allowDataLoss()),
                        false,
                        null));
    }

    /** Tries a failed deployment again, as a new one. */
    public DeployView retry(UUID id) {
        Deployment failed = find(id, Action.APPS_MANAGE);
        App app = apps.lock(failed.appId(), Action.APPS_MANAGE);
        if (failed.status() != JobStatus.FAILED) {
            throw DeploymentProblem.NOT_FAILED.because();
        }
        return begin(
                app,
                versions.find(app.projectId(), failed.version()),
                new Order(
                        failed.kind(),
                        failed.environment(),
                        failed.version(),
                        liveNumber(app, failed.environment()),
                        failed.allowsDataLoss(),
                        failed.isForced(),
                        failed.id()));
    }

    /** Takes a deployment back that has not gone live. */
    public DeploymentView cancel(UUID id) {
        Deployment seen = find(id, Action.APPS_MANAGE);
        App app = apps.lock(seen.appId(), Action.APPS_MANAGE);
        Deployment deployment = repository.lock(id).orElseThrow(CommonProblem.NOT_FOUND::because);
        if (deployment.status().isFinal()) {
            throw DeploymentProblem.NOT_CANCELLABLE.because();
        }
        deployment.cancel(clock.instant());
        early.of(deployment);
        copies.of(deployment, false);
        signals.send(DeploymentEvents.TOPIC, id.toString());
        app.deploymentCancelled(liveNumber(app, deployment.environment()) != null, clock.instant());
        return DeploymentView.of(deployment);
    }

    public DeploymentView read(UUID id) {
        return DeploymentView.of(find(id, Action.APPS_SEE));
    }

    Page<DeploymentView> page(DeploymentFilter filter, PageRequest asked) {
        return repository.page(AppScope.ofCaller(access), filter, asked).map(DeploymentView::of);
    }

    /** The deployments of one application. */
    public Page<DeploymentView> logs(UUID appId, PageRequest asked) {
        apps.find(appId, Action.APPS_SEE);
        return repository
                .page(new AppScope(null, null), new DeploymentFilter(appId, null, null), asked)
                .map(DeploymentView::of);
    }

    /** What a deployment would change. */
    public PlanView plan(UUID appId, @Nullable Integer number, @Nullable Stage environment) {
        App app = apps.find(appId, Action.APPS_SEE);
        Stage stage = Objects.requireNonNullElse(environment, app.environment());
        Version version = version(app.projectId(), number, "version");
        Plan plan = plans.of(app.projectId(), stage, version);
        return new PlanView(
                stage,
                liveNumber(app, stage),
                version.number(),
                steps.of(plan),
                losses.count(plan),
                plan.returns().stream().map(PlanView.Restored::of).toList(),
                plan.drift());
    }

    private DeployView begin(App app, Version version, Order order) {
        plans.checked(plans.of(app.projectId(), order.environment(), version), order.allowDataLoss());
        Deployment deployment = new Deployment(app, order, CurrentUser.id(), clock.instant());
        try {
            repository.add(deployment);
        } catch (PersistenceException refused) {
            if (DatabaseFault.in(refused)
                    .filter(fault -> fault.constraint().equals("deployment_one_open"))
                    .isPresent()) {
                throw DeploymentProblem.DEPLOYMENT_RUNNING.because();
            }
            throw refused;
        }
        app.deploying(clock.instant());
        outbox.put(DeploymentHandler.KIND, Map.of("deployment_id", deployment.id()));
        return DeployView.of(deployment, app.status());
    }

    private @Nullable Integer liveNumber(App app, Stage stage) {
        return live.find(app.projectId(), stage).map(LiveVersion::number).orElse(null);
    }

    private Version version(UUID project, @Nullable Integer wanted, String field) {
        Version latest = versions.latest(project).orElseThrow(DeploymentProblem.NOT_PUBLISHED::because);
        if (wanted == null || wanted == latest.number()) {
            return latest;
        }
        if (wanted < 1 || wanted > latest.number()) {
            throw CommonProblem.INVALID.at(field, "field.no_such_version");
        }
        return versions.find(project, wanted);
    }

    private Deployment find(UUID id, Action action) {
        Deployment deployment = repository.find(id).orElseThrow(CommonProblem.NOT_FOUND::because);
        apps.find(deployment.appId(), action);
        return deployment;
    }
}
