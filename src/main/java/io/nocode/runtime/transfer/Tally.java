package io.nocode.runtime.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what became of rows, and keeps the first that were refused until somebody notes them. */
final class Tally {
    /** A refused row with its number among them. */
    record Told(long number, ImportView.Refused refused) {}

    private long done;
    private long succeeded;
    private long failed;
    private List<Told> told = new ArrayList<>();

    Tally(StoredImport from) {
        done = from.done();
        succeeded = from.succeeded();
        failed = from.failed();
    }

    private Tally(Tally other) {
        done = other.done;
        succeeded = other.succeeded;
        failed = other.failed;
    }

    /** The same counts, with nothing to be noted. */
    Tally copy() {
        return new Tally(this);
    }

    /** A row is done with. */
    void add(FileRow row, @Nullable String reason) {
        done++;
        if (reason == null) {
            succeeded++;
            return;
        }
        if (failed < ImportStore.MOST_ERRORS) {
            told.add(new Told(failed, new ImportView.Refused(row.line(), reason, row.told())));
        }
        failed++;
    }

    long done() {
        return done;
    }

    long succeeded() {
        return succeeded;
    }

    long failed() {
        return failed;
    }

    /** The refused rows since the last time. */
    List<Told> takeTold() {
        List<Told> taken = told;
        told = new ArrayList<>();
        return taken;
    }
}
