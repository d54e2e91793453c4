package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.SchemaChanges;
import io.nocode.studio.versions.Version;
import io.nocode.studio.versions.Versions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;

/** The change of tables that a deployment brings: planned, rehearsed, done. */
@ApplicationScoped
@Transactional
class Plans {
    @Inject
    private ProjectDirectory projects;

    @Inject
    private Versions versions;

    @Inject
    private LiveVersions live;

    @Inject
    private Losses losses;

    @Inject
    private SchemaChanges changes;

    @Inject
    private Database database;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    Version version(Deployment deployment) {
        return versions.find(deployment.projectId(), deployment.version());
    }

    Identifier pgSchema(Deployment deployment) {
        return projects.find(deployment.projectId())
                .pgSchema(deployment.environment().wire());
    }

    /**
     * The plan as things are now.
     *
     * @throws io.nocode.shared.problem.Problem DATA_LOSS where nobody agreed to it
     */
    Plan checked(Deployment deployment) {
        Plan plan = Plan.of(
                pgSchema(deployment),
                live.find(deployment.projectId(), deployment.environment()),
                version(deployment).tables());
        losses.check(plan, deployment.allowsDataLoss());
        return plan;
    }

    /** Whether the deployment would bring what is there already. */
    boolean isLiveAlready(Deployment deployment) {
        return !deployment.isForced()
                && live.find(deployment.projectId(), deployment.environment())
                        .filter(present -> present.number() == deployment.version())
                        .isPresent();
    }

    /** Changes the tables within the transaction, and looks whether each of them answers. */
    void run(Plan plan) {
        database.takeTime();
        // Whether anything may be lost has been asked of the plan.
        changes.apply(plan.pgSchema(), plan.now(), plan.wanted(), true);
        plan.wanted().forEach(table -> probe(plan.pgSchema(), table));
    }

    /** Does on the real rows what going live will do, and takes it back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void rehearse(Plan plan) {
        run(plan);
        transactions.setRollbackOnly();
    }

    private void probe(Identifier pgSchema, TableSchema table) {
        List<Sql> columns = new java.util.ArrayList<>(List.of(Sql.of("id"), Sql.of("version")));
        table.fields().stream()
                .filter(field -> field.type().isStored())
                .forEach(field -> columns.add(Sql.name(field.column())));
        database.exists(Sql.of("select ")
                .then(Sql.join(", ", columns))
                .then(" from " + pgSchema + "." + table.table() + " limit 1"));
    }
}
