package io.nocode.studio.tables;

import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.SchemaDiff;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Brings the tables of one environment from one shape to another, within the caller's transaction. */
@ApplicationScoped
public class SchemaChanges {
    private static final int ROWS_SHOWN = 20;
    /** How long a change waits for those who use a table; while it waits, everybody else waits behind it. */
    private static final String LOCK_TIMEOUT = "set local lock_timeout = '5s'";

    @Inject
    private Database database;

    /** Like {@link #apply(Identifier, List, List, boolean)}, and refuses to take data away. */
    public List<Ddl> apply(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        return apply(pgSchema, now, wanted, false);
    }

    /**
     * Runs what leads from one to the other, and makes the PostgreSQL schema if there is none yet.
     *
     * @param allowDataLoss whether columns with values and tables with rows may go
     * @return the steps that ran
     * @throws io.nocode.shared.problem.Problem DATA_LOSS without consent, DATA_DOES_NOT_FIT where a row cannot follow,
     *     TABLE_BUSY where a table is used for too long
     */
    public List<Ddl> apply(
            Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted, boolean allowDataLoss) {
        List<Ddl> steps = SchemaDiff.between(now, wanted);
        database.execute(List.of(LOCK_TIMEOUT, "create schema if not exists " + pgSchema));
        try {
            if (!allowDataLoss) {
                refuseLosses(losses(pgSchema, steps));
            }
            for (Ddl step : steps) {
                step.misfit(pgSchema).flatMap(this::misfits).ifPresent(misfits -> {
                    throw SchemaProblem.DATA_DOES_NOT_FIT.with(misfits.details());
                });
                database.execute(List.of(step.sql(pgSchema)));
            }
        } catch (DatabaseFault fault) {
            if (fault.state().equals("55P03")) {
                throw SchemaProblem.TABLE_BUSY.because();
            }
            throw fault;
        }
        return steps;
    }

    /** Does what it can of a change, for a transaction that is taken back, and tells what would happen. */
    PreviewView rehearse(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        List<Ddl> steps = SchemaDiff.between(now, wanted);
        database.execute(List.of(LOCK_TIMEOUT));
        List<Loss> losses = losses(pgSchema, steps);
        List<Misfits> misfits = new ArrayList<>();
        for (Ddl step : steps) {
            Optional<Misfits> found = step.misfit(pgSchema).flatMap(this::misfits);
            found.ifPresent(misfits::add);
            if (found.isEmpty()) {
                database.execute(List.of(step.sql(pgSchema)));
            } else if (step.phase() == Ddl.Phase.ALTER) {
                // What follows may build upon the column that could not become what it should.
                break;
            }
        }
        return new PreviewView(
                steps.stream()
                        .map(step -> new PreviewView.StepView(
                                step.sql(pgSchema), step.effect().name().toLowerCase(Locale.ROOT), step.lock()))
                        .toList(),
                misfits,
                losses);
    }

    /** The data that steps would take away. */
    List<Loss> losses(Identifier pgSchema, List<Ddl> steps) {
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

    /** The rows that a step cannot take, if there are any. */
    Optional<Misfits> misfits(Ddl.Misfit misfit) {
        List<Misfits.Found> found = database.list(
                Sql.of("select id, left(value, 200) as value, count(*) over () as _count from (" + misfit.query()
                        + ") misfits order by id limit " + ROWS_SHOWN),
                row -> new Misfits.Found(new MisfitRow(row.uuid("id"), row.textOrNull("value")), row.number("_count")));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Misfits(
                        misfit.table(),
                        misfit.field(),
                        found.get(0).count(),
                        found.stream().map(Misfits.Found::row).toList()));
    }

    private static void refuseLosses(List<Loss> losses) {
        if (!losses.isEmpty()) {
            throw SchemaProblem.DATA_LOSS.with(Map.of("losses", Json.tree(losses)));
        }
    }
}
