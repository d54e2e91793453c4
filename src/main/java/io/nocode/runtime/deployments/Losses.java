package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.tables.Loss;
import io.nocode.studio.tables.SchemaProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts what a change would take away. */
@ApplicationScoped
class Losses {
    @Inject
    private Database database;

    /**
     * Goes on only if nothing is lost, or somebody agreed.
     *
     * @throws io.nocode.shared.problem.Problem DATA_LOSS, with what would go
     */
    void check(Plan plan, boolean agreed) {
        List<Loss> lost = count(plan);
        if (!agreed && !lost.isEmpty()) {
            throw SchemaProblem.DATA_LOSS.with(Map.of("losses", lost));
        }
    }

    /** The tables with their rows and the fields with their values; only what there is. */
    List<Loss> count(Plan plan) {
        List<Loss> lost = new ArrayList<>();
        for (Ddl.Loss loss : plan.losses()) {
            if (plan.drift().stream().anyMatch(drift -> drift.isMissing(loss.table()))) {
                continue;
            }
            long count = database.first(Sql.of(loss.query()), row -> row.number("count"))
                    .orElse(0L);
            if (count > 0) {
                lost.add(new Loss(loss.table(), loss.field().isEmpty() ? null : loss.field(), count));
            }
        }
        return lost;
    }
}
