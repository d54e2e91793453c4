package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.SchemaChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the columns in which values come back before a deployment goes live, and takes them away again where it does
 * not. What stands there is noted in the transaction that changes it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class EarlyColumns {
    @Inject
    private DeploymentRepository repository;

    @Inject
    private EnvironmentSwitch environments;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private LiveVersions live;

    @Inject
    private Plans plans;

    @Inject
    private SchemaChanges changes;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Database database;

    /** Makes the columns that a deployment needs, and tells what comes back in them. */
    List<Return> make(UUID id) {
        Deployment seen = repository.find(id).orElseThrow(CommonProblem.NOT_FOUND::because);
        environments.lock(seen.projectId(), seen.environment().wire());
        Deployment deployment = repository.lock(id).orElseThrow(CommonProblem.NOT_FOUND::because);
        if (deployment.status().isFinal()) {
            throw DeploymentProblem.NOT_CANCELLABLE.because();
        }
        Plan plan = plans.checked(deployment);
        List<Return> returns = plan.returns().stream()
                .filter(back -> EarlyFields.isOne(back, plan.now()))
                .toList();
        List<TableSchema> early = EarlyFields.of(returns);
        change(
                deployment.projectId(),
                deployment.environment(),
                plan.standing(),
                EarlyFields.with(plan.now(), early),
                early);
        return returns;
    }

    /** Takes the columns away, unless a deployment is at work that uses them or will take them away. */
    void drop(UUID project, Stage stage) {
        environments.lock(project, stage.wire());
        if (environments.isDeploying(project, stage.wire())) {
            return;
        }
        live.find(project, stage)
                .filter(present -> !present.early().isEmpty())
                .ifPresent(present -> change(project, stage, present.standing(), present.tables(), List.of()));
    }

    private void change(
            UUID project, Stage stage, List<TableSchema> from, List<TableSchema> to, List<TableSchema> early) {
        if (from.equals(to)) {
            return;
        }
        database.takeTime();
        Identifier pgSchema = projects.find(project).pgSchema(stage.wire());
        Map<String, String> before = catalogue.read(pgSchema);
        List<Ddl> steps = changes.apply(pgSchema, from, to, true);
        catalogue.note(project, stage, new TableChange(pgSchema, from, to, steps), before);
        live.early(project, stage, early);
    }
}
