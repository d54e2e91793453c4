package io.nocode.insights.exports;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Exports, for who may export what an organisation's people did. */
@ApplicationScoped
@Transactional
public class Exports {
    @Inject
    private ExportRepository repository;

    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Takes a request in; a job makes the file. */
    public ExportView request(ExportRequest request) {
        require(request.organizationId());
        Export export = new Export(request, CurrentUser.id(), clock.instant());
        export.options().check();
        export.filter().condition();
        export.text();
        repository.add(export);
        audit.record(
                request.organizationId(),
                Deed.EXPORT_REQUESTED,
                export.id,
                Map.of("export_type", export.exportType, "format", export.format));
        outbox.put(ExportHandler.KIND, Map.of("export_id", export.id));
        return ExportView.of(export, clock.instant());
    }

    /** A page of the exports that the caller may have. */
    public Page<ExportView> page(PageRequest asked) {
        Caller caller = CurrentUser.get();
        Set<UUID> organisations = access.organisations().stream()
                .filter(organisation -> access.may(Action.INSIGHTS_MANAGE, organisation) && !isConfined())
                .collect(java.util.stream.Collectors.toSet());
        return repository
                .page(caller.isSuperuser() ? null : organisations, asked)
                .map(export -> ExportView.of(export, clock.instant()));
    }

    /** How far an export is. */
    public ExportView status(UUID id) {
        return ExportView.of(find(id), clock.instant());
    }

    /** Deletes an export and its file; a job at work on it stops at its next piece. */
    public void delete(UUID id) {
        Export export = find(id);
        Preconditions.check(() -> ExportView.of(export, clock.instant()));
        repository.remove(export);
    }

    /**
     * The file of an export, if it may be had now.
     *
     * @throws io.nocode.shared.problem.Problem while it is made (409), where it failed (409), after its expiry (410)
     */
    ExportFile downloadable(UUID id) {
        Export export = find(id);
        if (!export.status.isFinal()) {
            throw ExportProblem.EXPORT_RUNNING.because();
        }
        if (export.status != JobStatus.SUCCEEDED) {
            throw ExportProblem.EXPORT_FAILED.because();
        }
        if (export.hasExpired(clock.instant())) {
            throw ExportProblem.EXPORT_EXPIRED.because();
        }
        return ExportFile.of(export);
    }

    private Export find(UUID id) {
        Export export = repository.find(id).orElseThrow(CommonProblem.NOT_FOUND::because);
        require(export.organizationId);
        return export;
    }

    private void require(UUID organisation) {
        access.require(Action.INSIGHTS_MANAGE, organisation);
        if (isConfined()) {
            throw CommonProblem.FORBIDDEN.because();
        }
    }

    /** An export reaches across an organisation: a key for some of its projects may not have it. */
    private static boolean isConfined() {
        return CurrentUser.get() instanceof Caller.ApiKey key && !key.projects().isEmpty();
    }
}
