package io.nocode.runtime.transfer;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.records.AllRows;
import io.nocode.runtime.records.Intake;
import io.nocode.runtime.records.OpenTable;
import io.nocode.runtime.records.OpenTables;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the job of an import does. Rows, how far the file is done, and what was refused are stored in one transaction a
 * piece, so that a job which begins again neither takes a row twice nor leaves one out.
 */
@ApplicationScoped
public class ImportRun {
    private static final Logger LOG = Logger.getLogger(ImportRun.class.getName());
    private static final int AT_ONCE = 5_000;

    @Inject
    private ImportStore store;

    @Inject
    private OpenTables tables;

    @Inject
    private Intake intake;

    @Inject
    private AllRows rows;

    @Inject
    private Importers importers;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Somebody has cancelled it, or it is gone. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over() {
            super("over", null, false, false);
        }
    }

    /** Reads the file to its end once, before any row is taken: what cannot be read is refused as a whole. */
    void measure(UUID id) {
        guarded(id, one -> {
            if (one.total() != null) {
                return;
            }
            long total = 0;
            try (FileRows file = one.format().rows(() -> store.open(id))) {
                while (file.next().isPresent()) {
                    total++;
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            store.measured(id, total, clock.instant());
        });
    }

    /** Takes the rows that are not done yet. */
    void take(UUID id) {
        guarded(id, one -> {
            try {
                if (one.request().dryRun()) {
                    store.forgetProgress(id);
                    intake.within(false, pieces -> tryOut(store.find(id).orElseThrow(Over::new), pieces));
                } else {
                    takeAll(one);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            store.end(id, JobStatus.SUCCEEDED, null, clock.instant());
        });
    }

    private void takeAll(StoredImport one) throws IOException {
        Tally tally = new Tally(one);
        try (Course course = new Course(one, tally.done())) {
            for (List<FileRow> next = course.next(); !next.isEmpty(); next = course.next()) {
                List<FileRow> piece = next;
                Tally before = tally;
                tally = inTable(
                        one,
                        open -> intake.within(true, pieces -> {
                            Tally after = before.copy();
                            course.read(open, piece).take(pieces, one.request().manner(), after);
                            note(store.progress(one, after, clock.instant()), pieces::note);
                            return after;
                        }));
            }
        }
    }

    /** All pieces in one transaction, of which nothing is kept: so that rows meet those before them in the file, too. */
    private boolean tryOut(StoredImport one, Intake.Pieces pieces) {
        Tally tally = new Tally(one);
        try (Course course = new Course(one, 0)) {
            for (List<FileRow> next = course.next(); !next.isEmpty(); next = course.next()) {
                List<FileRow> piece = next;
                inTable(one, open -> {
                    course.read(open, piece).take(pieces, one.request().manner(), tally);
                    return true;
                });
                note(store.progress(one, tally, clock.instant()), database::update);
            }
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void note(List<Sql> notes, ToIntFunction<Sql> run) {
        for (int i = 0; i < notes.size(); i++) {
            int touched = run.applyAsInt(notes.get(i));
            if (i == 0 && touched == 0) {
                throw new Over();
            }
        }
    }

    private <T> T inTable(StoredImport one, Function<OpenTable, T> work) {
        return importers.as(one, () -> {
            if (one.request().mode() == ImportMode.UPSERT) {
                tables.with(one.project(), one.environment(), one.table(), Action.ROWS_UPDATE, Function.identity());
            }
            return tables.with(one.project(), one.environment(), one.table(), Action.ROWS_CREATE, work);
        });
    }

    private void guarded(UUID id, java.util.function.Consumer<StoredImport> work) {
        if (!store.begin(id, clock.instant())) {
            return;
        }
        StoredImport one = store.find(id).orElse(null);
        if (one == null) {
            return;
        }
        try {
            work.accept(one);
        } catch (Over over) {
            LOG.log(Level.FINE, "The import {0} was cancelled.", id);
        } catch (BrokenFile broken) {
            fail(one, broken.fault().key(), broken.fault().words());
        } catch (Problem refused) {
            fail(one, "problem." + refused.reason().name(), refused.words());
        } catch (RuntimeException thrown) {
            if (DatabaseFault.in(thrown).filter(DatabaseFault::isUnavailable).isPresent()) {
                throw thrown;
            }
            LOG.log(Level.SEVERE, thrown, () -> "The import " + id + " failed.");
            fail(one, "problem." + CommonProblem.INTERNAL.name());
        }
    }

    private void fail(StoredImport one, String key, Object... words) {
        store.end(one.id(), JobStatus.FAILED, Messages.text(one.language(), key, words), clock.instant());
    }

    /** The way through a file. */
    private final class Course implements java.io.Closeable {
        private final StoredImport one;
        private final FileRows file;
        private final Cells cells;
        private final Relations relations = new Relations(tables, rows);

        Course(StoredImport one, long done) throws IOException {
            this.one = one;
            this.file = one.format().rows(() -> store.open(one.id()));
            this.cells = new Cells(file.takesDecimalCommas(), file.isSpreadsheet());
            for (long passed = 0; passed < done; passed++) {
                file.next();
            }
        }

        List<FileRow> next() throws IOException {
            List<FileRow> piece = new ArrayList<>(AT_ONCE);
            while (piece.size() < AT_ONCE) {
                Optional<FileRow> row = file.next();
                if (row.isEmpty()) {
                    break;
                }
                piece.add(row.get());
            }
            return piece;
        }

        Piece read(OpenTable open, List<FileRow> piece) {
            Mapping mapping =
                    new Mapping(open.table(), open.permits(), one.request().mapping());
            return Piece.read(open, piece, mapping, cells, relations, one.language());
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
