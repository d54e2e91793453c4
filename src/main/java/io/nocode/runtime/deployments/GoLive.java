package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.runtime.apps.App;
import io.nocode.runtime.apps.AppRepository;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.studio.tables.DraftTables;
import io.nocode.studio.tables.SchemaChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The one transaction of a deployment that anybody sees: tables, routes, version, state, all or nothing. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class GoLive {
    @Inject
    private DeploymentRepository repository;

    @Inject
    private AppRepository apps;

    @Inject
    private Plans plans;

    @Inject
    private Backups backups;

    @Inject
    private EarlyValues earlyValues;

    @Inject
    private CopiesEnd copies;

    @Inject
    private SchemaChanges changes;

    @Inject
    private Catalogue catalogue;

    @Inject
    private EnvironmentSwitch environments;

    @Inject
    private LiveVersions live;

    @Inject
    private Database database;

    @Inject
    private AuditLog audit;

    @Inject
    private Signals signals;

    @Inject
    private Event<DeploymentSucceeded> succeeded;

    @Inject
    private Clock clock;

    /** Brings the deployment live, and ends it. */
    ObjectNode run(UUID id) {
        Deployment seen = repository.find(id).orElseThrow(CommonProblem.NOT_FOUND::because);
        UUID appId = seen.appId();
        database.takeTime();
        environments.lock(seen.projectId(), seen.environment().wire());
        App app = apps.lock(appId).orElseThrow(CommonProblem.NOT_FOUND::because);
        Deployment deployment = repository.lock(id).orElseThrow(CommonProblem.NOT_FOUND::because);
        if (deployment.status().isFinal()) {
            throw DeploymentProblem.NOT_CANCELLABLE.because();
        }
        Plan plan = plans.checked(deployment);
        Map<String, String> before = catalogue.read(plan.pgSchema());
        ObjectNode details = Json.object().put("version", deployment.version());
        if (!plans.isLiveAlready(deployment)) {
            if (!plan.copies().isEmpty() || plan.returns().stream().anyMatch(plan::isEarly)) {
                // Nobody writes between the copy and the end of the transaction.
                changes.lock(plan.pgSchema(), plan.standing(), plan.wanted());
            }
            Map<String, Long> saved = backups.complete(deployment, plan);
            earlyValues.catchUp(deployment, plan);
            ArrayNode restored = details.putArray("restored");
            early(deployment).forEach(restored::add);
            restored.addAll(plans.run(deployment.projectId(), plan));
            details.put("changes", plan.steps().size() + plan.content().size()).set("backed_up", Json.tree(saved));
        }
        Instant now = clock.instant();
        live.put(
                deployment.projectId(),
                deployment.environment(),
                plans.version(deployment),
                Objects.requireNonNull(deployment.content(), "content"),
                now);
        catalogue.note(deployment.projectId(), deployment.environment(), plan.change(), before);
        deployment.stepSucceeded(StepName.GO_LIVE, details, now);
        app.deployed(deployment.version(), now);
        audit.recordFor(
                deployment.requestedBy(),
                app.organizationId(),
                deployment.kind() == DeploymentKind.ROLLBACK ? Deed.APP_ROLLED_BACK : Deed.APP_DEPLOYED,
                appId,
                Map.of(
                        "deployment_id", id,
                        "version", deployment.version(),
                        "environment", deployment.environment().wire()));
        signals.send(
                DraftTables.TOPIC,
                deployment.projectId() + " " + deployment.environment().wire());
        signals.send(DeploymentEvents.TOPIC, id.toString());
        copies.of(deployment, !plan.copies().isEmpty());
        succeeded.fire(new DeploymentSucceeded(
                deployment.id(), deployment.appId(), deployment.projectId(), deployment.environment()));
        return details;
    }

    /** What is told of the values that came early. */
    private static JsonNode early(Deployment deployment) {
        JsonNode migrated = deployment.details(StepName.MIGRATE);
        return migrated == null ? MissingNode.getInstance() : migrated.path(MigrateStep.RESTORED_EARLY);
    }
}
