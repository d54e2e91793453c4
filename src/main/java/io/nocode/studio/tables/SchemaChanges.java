package io.nocode.studio.tables;

import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.ChangeType;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.FitCheck;
import io.nocode.studio.schema.MoveLinks;
import io.nocode.studio.schema.SchemaDiff;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings the tables of one environment from one shape to another, within the caller's transaction. Whatever stands
 * against the change is found before anything is locked.
 */
@ApplicationScoped
public class SchemaChanges {
    @Inject
    private Database database;

    @Inject
    private Fit fit;

    @Inject
    private TableLocks locks;

    @Inject
    private FollowUps followUps;

    /** Like {@link #apply(Identifier, List, List, boolean)}, and refuses to take data away. */
    public List<Ddl> apply(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        return apply(pgSchema, now, wanted, false);
    }

    /**
     * Runs what leads from one to the other, and makes the PostgreSQL schema if there is none yet. Indexes of large
     * tables follow after the transaction, beside those who use the tables.
     *
     * @param allowDataLoss whether columns with values and tables with rows may go
     * @return the steps
     * @throws io.nocode.shared.problem.Problem DATA_LOSS without consent, DATA_DOES_NOT_FIT where a row cannot follow,
     *     TABLE_BUSY where a table is used for too long
     */
    public List<Ddl> apply(
            Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted, boolean allowDataLoss) {
        database.takeTime();
        List<Ddl> steps = steps(pgSchema, now, wanted);
        if (now.isEmpty()) {
            database.execute(List.of("create schema if not exists " + pgSchema));
        }
        if (steps.isEmpty()) {
            fit.require(FitCheck.of(pgSchema, now, wanted));
            return steps;
        }
        if (!allowDataLoss) {
            refuseLosses(losses(pgSchema, steps));
        }
        FitCheck check = FitCheck.of(pgSchema, now, wanted);
        fit.require(check);
        locks.take(pgSchema, now, wanted);
        try {
            run(pgSchema, steps);
        } catch (DatabaseFault fault) {
            if (TableLocks.isBusy(fault)) {
                throw SchemaProblem.TABLE_BUSY.because();
            }
            // Rows may have come between the check and the lock: then they are named like any others.
            database.execute(List.of("rollback to savepoint change"));
            fit.require(check);
            throw fault;
        }
        followUps.of(pgSchema, wanted, steps);
        return steps;
    }

    /**
     * Finds whether the rows fit a change; nothing is locked.
     *
     * @throws io.nocode.shared.problem.Problem DATA_DOES_NOT_FIT
     */
    public void requireFit(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        fit.require(FitCheck.of(pgSchema, now, wanted));
    }

    /**
     * Keeps everybody from the tables that a change is about until the transaction ends, as {@link #apply} will.
     *
     * @throws io.nocode.shared.problem.Problem TABLE_BUSY where one is used for too long
     */
    public void lock(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        locks.take(pgSchema, now, wanted);
    }

    /**
     * Waits for those who write to tables, and keeps others from it until the transaction ends.
     *
     * @param tables their full names
     * @throws io.nocode.shared.problem.Problem TABLE_BUSY where one is written to for too long
     */
    public void settle(List<String> tables) {
        locks.take(tables, "exclusive");
    }

    /** What a change would do, and what stands against it; nothing is changed or locked. */
    PreviewView preview(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        List<Ddl> steps = steps(pgSchema, now, wanted);
        return new PreviewView(
                steps.stream()
                        .map(step -> PreviewView.StepView.of(pgSchema, step))
                        .toList(),
                fit.find(FitCheck.of(pgSchema, now, wanted)),
                losses(pgSchema, steps));
    }

    /** The steps that {@link #apply} would run, in their order; those that follow after the transaction are among them. */
    public List<Ddl> steps(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        return followUps.besides(pgSchema, now, wanted, SchemaDiff.between(now, wanted));
    }

    /** Runs the steps in as few ways to PostgreSQL as can be: all the while the tables are locked. */
    private void run(Identifier pgSchema, List<Ddl> steps) {
        database.execute(List.of(TableLocks.LONGER, "savepoint change"));
        List<String> together = new ArrayList<>();
        for (Ddl step : steps) {
            if (step instanceof ChangeType || step instanceof MoveLinks) {
                database.execute(together);
                together.clear();
                // PostgreSQL itself would round what has come since the check.
                step.misfit(pgSchema).flatMap(fit::misfits).ifPresent(misfits -> {
                    throw SchemaProblem.DATA_DOES_NOT_FIT.with(misfits.details());
                });
            }
            if (!FollowUps.isLater(step)) {
                together.add(step.sql(pgSchema));
            }
        }
        database.execute(together);
    }

    /** The data that steps would take away. */
    private List<Loss> losses(Identifier pgSchema, List<Ddl> steps) {
        List<Loss> losses = new ArrayList<>();
        for (Ddl step : steps) {
            step.loss(pgSchema).ifPresent(loss -> {
                long count = database.first(Sql.of(loss.query()), row -> row.number("count"))
                        .orElse(0L);
                if (count > 0) {
                    losses.add(new Loss(loss.table(), loss.field().isEmpty() ? null : loss.field(), count));
                }
            });
        }
        return losses;
    }

    private static void refuseLosses(List<Loss> losses) {
        if (!losses.isEmpty()) {
            throw SchemaProblem.DATA_LOSS.with(Map.of("losses", Json.tree(losses)));
        }
    }
}
