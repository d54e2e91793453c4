package io.nocode.studio.tables;

import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.FitCheck;
import io.nocode.studio.schema.ValueFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks whether the rows that are there fit a change. */
@ApplicationScoped
class Fit {
    private static final int ROWS_SHOWN = 20;
    private static final int ROWS_AT_ONCE = 1_000;

    @Inject
    private Database database;

    /** Throws DATA_DOES_NOT_FIT, with the first rows that do not. */
    void require(FitCheck check) {
        for (Ddl.Misfit misfit : check.misfits()) {
            misfits(misfit).ifPresent(Fit::refuse);
        }
        check.shapes().forEach(shape -> misfits(shape).ifPresent(Fit::refuse));
    }

    /** Everything that does not fit. */
    List<Misfits> find(FitCheck check) {
        List<Misfits> found = new ArrayList<>();
        check.misfits().forEach(misfit -> misfits(misfit).ifPresent(found::add));
        check.shapes().forEach(shape -> misfits(shape).ifPresent(found::add));
        return found;
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

    /** The same for values that only Java can judge; they are read in pieces. */
    private Optional<Misfits> misfits(FitCheck.Shapes shape) {
        List<MisfitRow> rows = new ArrayList<>();
        long count = 0;
        UUID last = new UUID(0, 0);
        List<MisfitRow> piece;
        do {
            piece = database.list(
                    Sql.of(
                            "select id, value from (" + shape.query() + ") v where id > ? order by id limit "
                                    + ROWS_AT_ONCE,
                            last),
                    row -> new MisfitRow(row.uuid("id"), row.textOrNull("value")));
            for (MisfitRow row : piece) {
                last = row.id();
                if (!fits(shape, row)) {
                    count++;
                    if (rows.size() < ROWS_SHOWN) {
                        rows.add(row.shortened());
                    }
                }
            }
        } while (piece.size() == ROWS_AT_ONCE);
        return count == 0 ? Optional.empty() : Optional.of(new Misfits(shape.table(), shape.field(), count, rows));
    }

    private static boolean fits(FitCheck.Shapes shape, MisfitRow row) {
        try {
            shape.type().parse(Json.parse(String.valueOf(row.value())));
            return true;
        } catch (ValueFault doesNot) {
            return false;
        }
    }

    private static void refuse(Misfits misfits) {
        throw SchemaProblem.DATA_DOES_NOT_FIT.with(misfits.details());
    }
}
