package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.SchemaChanges;
import io.nocode.studio.versions.Version;
import io.nocode.studio.versions.Versions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
    private Returns returns;

    @Inject
    private Refill refill;

    @Inject
    private Catalogue catalogue;

    @Inject
    private SchemaChanges changes;

    @Inject
    private Database database;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    Version version(Deployment deployment) {
        return versions.find(deployment.projectId(), deployment.version());
    }

    /** The way to a version as things are now; nothing is locked, and nobody was asked whether anything may go. */
    Plan of(UUID project, Stage stage, Version version) {
        Identifier pgSchema = projects.find(project).pgSchema(stage.wire());
        Optional<LiveVersion> present = live.find(project, stage);
        List<TableSchema> now = present.map(LiveVersion::tables).orElse(List.of());
        List<TableSchema> wanted = version.tables();
        List<Ddl> steps = changes.steps(pgSchema, now, wanted);
        JsonNode content = present.map(LiveVersion::number)
                .map(number -> versions.find(project, number).content())
                .orElseGet(Json::object);
        return new Plan(
                pgSchema,
                now,
                present.map(LiveVersion::standing).orElse(List.of()),
                wanted,
                steps,
                ContentChanges.between(
                        content,
                        version.content(),
                        steps.stream().map(Ddl::about).collect(Collectors.toSet())),
                returns.find(project, stage, now, wanted),
                catalogue.drift(project, stage, pgSchema));
    }

    /**
     * The plan of a deployment as things are now.
     *
     * @throws io.nocode.shared.problem.Problem DRIFT where what was changed by hand stands against it, DATA_LOSS where
     *     nobody agreed to it
     */
    Plan checked(Deployment deployment) {
        return checked(
                of(deployment.projectId(), deployment.environment(), version(deployment)), deployment.allowsDataLoss());
    }

    Plan checked(Plan plan, boolean allowsDataLoss) {
        List<Drift> obstacles = plan.obstacles();
        if (!obstacles.isEmpty()) {
            throw DeploymentProblem.DRIFT.with(Map.of("drift", obstacles));
        }
        losses.check(plan, allowsDataLoss);
        return plan;
    }

    /** Whether the deployment would bring what is there already. */
    boolean isLiveAlready(Deployment deployment) {
        return !deployment.isForced()
                && live.find(deployment.projectId(), deployment.environment())
                        .filter(present -> present.number() == deployment.version())
                        .isPresent();
    }

    /**
     * Changes the tables within the transaction, brings back what comes back, and looks whether each table answers.
     *
     * @return what came back
     */
    ArrayNode run(UUID project, Plan plan) {
        database.takeTime();
        // Whether anything may be lost has been asked of the plan.
        ArrayNode back = Json.array();
        if (plan.returns().isEmpty()) {
            changes.apply(plan.pgSchema(), plan.standing(), plan.wanted(), true);
        } else {
            List<TableSchema> open = plan.beforeReturns();
            changes.apply(plan.pgSchema(), plan.standing(), open, true);
            back = refill.run(plan, project);
            changes.apply(plan.pgSchema(), open, plan.wanted(), true);
        }
        plan.wanted().forEach(table -> probe(plan.pgSchema(), table));
        return back;
    }

    /**
     * Does on the real rows what going live will do, and takes it back. Where rows would be read or written under a lock
     * nobody is made to wait twice: then the rows are only asked whether they fit.
     *
     * @return whether it was done
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean rehearse(UUID project, Plan plan) {
        database.takeTime();
        if (plan.blocks() || plan.writesMany()) {
            changes.requireFit(plan.pgSchema(), plan.standing(), plan.beforeReturns());
            return false;
        }
        run(project, plan);
        transactions.setRollbackOnly();
        return true;
    }

    private void probe(Identifier pgSchema, TableSchema table) {
        List<Sql> columns = new ArrayList<>(List.of(Sql.of("id"), Sql.of("version")));
        table.fields().stream()
                .filter(field -> field.type().isStored())
                .forEach(field -> columns.add(Sql.name(field.column())));
        database.exists(Sql.of("select ")
                .then(Sql.join(", ", columns))
                .then(" from " + pgSchema + "." + table.table() + " limit 1"));
    }
}
