package io.nocode.runtime.transfer;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.runtime.records.Intake;
import io.nocode.runtime.records.OpenTable;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.files.Spool;
import io.nocode.shared.id.Ids;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Imports of rows. Who asked for one sees it, and so do those who manage the organisation's applications. */
@ApplicationScoped
public class Imports {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final int most = Settings.number("nocode.imports.at-once", 4);
    private final Duration kept = Settings.duration("nocode.imports.keep", Duration.ofDays(30));

    @Inject
    private ImportStore store;

    @Inject
    private Intake intake;

    @Inject
    private Access access;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /**
     * What the file is, if it and what is asked can be.
     *
     * @throws io.nocode.shared.problem.Problem UNREADABLE_FILE; INVALID where its columns or what is asked do not fit
     *     the table
     */
    FileFormat check(OpenTable open, ImportRequest request, Spool file, String filename) throws IOException {
        intake.check(open, request.manner());
        try {
            FileFormat format = FileFormat.of(file::read, filename);
            try (FileRows rows = format.rows(file::read)) {
                new Mapping(open.table(), open.permits(), request.mapping()).check(rows.header(), request.finding());
            }
            return format;
        } catch (BrokenFile broken) {
            throw ImportProblem.UNREADABLE_FILE.because(Messages.text(
                    RequestContext.currentLanguage(),
                    broken.fault().key(),
                    broken.fault().words()));
        }
    }

    /**
     * Refuses what would have to wait: to be called before a file is received.
     *
     * @throws io.nocode.shared.problem.Problem TOO_MANY_REQUESTS where the organisation has as many imports as it may
     */
    @Transactional
    public void requirePlace(OpenTable open) {
        if (store.going(open.project().organizationId()) >= most) {
            throw CommonProblem.TOO_MANY_REQUESTS.because().retryAfter(SOON);
        }
    }

    /** Forgets imports that ended long ago, some at a time; whether there may be more. */
    @Transactional
    public boolean forgetOld() {
        return store.drop(clock.instant().minus(kept)) > 0;
    }

    /**
     * Takes a file in; a job takes its rows.
     *
     * @throws io.nocode.shared.problem.Problem TOO_MANY_REQUESTS as above
     */
    @Transactional
    public ImportView request(OpenTable open, ImportRequest request, Spool file, String filename, FileFormat format)
            throws IOException {
        requirePlace(open);
        Instant now = clock.instant();
        store.drop(now.minus(kept));
        StoredImport one = new StoredImport(
                Ids.next(),
                open.project().id(),
                open.environment(),
                open.table().name(),
                request,
                filename,
                format,
                RequestContext.currentLanguage(),
                CurrentUser.id(),
                CurrentUser.get() instanceof Caller.ApiKey key ? key.id() : null,
                JobStatus.PENDING,
                null,
                0,
                0,
                0,
                null,
                null,
                null,
                now,
                now);
        store.add(one, file.read());
        outbox.put(ImportHandler.KIND, Map.of("import_id", one.id()));
        return one.view(java.util.List.of());
    }

    /** How far an import into this table is. */
    ImportView find(OpenTable open, UUID id) {
        StoredImport one = visible(open, id);
        return one.view(store.errors(id));
    }

    /**
     * Stops an import; the rows that it has taken stay.
     *
     * @throws io.nocode.shared.problem.Problem IMPORT_OVER where it has ended
     */
    @Transactional
    public void cancel(OpenTable open, UUID id) {
        visible(open, id);
        if (!store.end(id, JobStatus.CANCELLED, null, clock.instant())) {
            throw ImportProblem.IMPORT_OVER.because();
        }
    }

    private StoredImport visible(OpenTable open, UUID id) {
        return store.find(id)
                .filter(one -> one.project().equals(open.project().id())
                        && one.environment().equals(open.environment())
                        && one.table().equals(open.table().name()))
                .filter(one -> one.requestedBy().equals(CurrentUser.id())
                        || access.may(Action.APPS_MANAGE, open.project().target()))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }
}
