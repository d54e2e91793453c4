package io.nocode.runtime.backups;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.runtime.apps.Stage;
import io.nocode.runtime.deployments.EnvironmentSwitch;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.json.Json;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What ADMINs do with backups and rows of environments; jobs do the work. */
@ApplicationScoped
@Transactional
public class EnvironmentBackups {
    @Inject
    private BackupStore backups;

    @Inject
    private Aside aside;

    @Inject
    private JobStore jobs;

    @Inject
    private RowCopying copying;

    @Inject
    private EnvironmentSwitch environments;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private Outbox outbox;

    /** Asks for a backup of what an environment holds. */
    public BackupView request(UUID project, BackupRequest asked) {
        ProjectRef ref = allowed(project);
        if (environments.held(project, asked.environment()).isEmpty()) {
            throw BackupProblem.NOTHING_DEPLOYED.because();
        }
        UUID id = backups.add(project, asked.environment(), BackupReason.MANUAL, CurrentUser.id());
        outbox.put(BackupHandler.KIND, Map.of("backup_id", id));
        record(ref, Deed.BACKUP_REQUESTED, id, asked.environment().wire());
        return backups.find(project, id);
    }

    public Page<BackupView> page(UUID project, PageRequest asked) {
        allowed(project);
        return Page.slice(asked, backups.of(project));
    }

    public BackupView read(UUID project, UUID id) {
        allowed(project);
        return backups.find(project, id);
    }

    public void delete(UUID project, UUID id) {
        ProjectRef ref = allowed(project);
        BackupView backup = backups.find(project, id);
        Preconditions.check(() -> backup);
        if (!backup.status().isFinal()) {
            throw BackupProblem.BACKUP_RUNNING.because();
        }
        aside.drop(id);
        backups.delete(id);
        record(ref, Deed.BACKUP_DELETED, id, backup.environment().wire());
    }

    /**
     * The packed file of a backup, to be read piece by piece.
     *
     * @throws io.nocode.shared.problem.Problem BACKUP_NOT_READY
     */
    InputStream file(UUID project, UUID id) {
        ProjectRef ref = allowed(project);
        BackupView backup = ready(project, id);
        record(ref, Deed.BACKUP_DOWNLOADED, id, backup.environment().wire());
        return new PackedInput(number -> backups.chunk(id, number));
    }

    /** Asks for an environment to be given what a backup holds. */
    public JobView restore(UUID project, UUID id, RestoreRequest asked) {
        ProjectRef ref = allowed(project);
        BackupView backup = ready(project, id);
        Stage stage = Objects.requireNonNullElse(asked.environment(), backup.environment());
        confirmed(asked.confirm());
        free(project, stage.wire());
        UUID job = jobs.add(
                project,
                JobKind.RESTORE,
                stage.wire(),
                Json.object().put("backup_id", id.toString()).put("environment", stage.wire()),
                CurrentUser.id());
        outbox.put(JobHandler.KIND, Map.of("job_id", job));
        record(ref, Deed.BACKUP_RESTORED, id, stage.wire());
        return jobs.find(project, job);
    }

    /** Asks for rows to be copied from one environment to another. */
    public JobView copy(UUID project, CopyRequest asked) {
        ProjectRef ref = allowed(project);
        copying.check(project, asked);
        confirmed(asked.confirm());
        free(project, asked.to());
        UUID job = jobs.add(project, JobKind.COPY, asked.to(), Json.tree(asked), CurrentUser.id());
        outbox.put(JobHandler.KIND, Map.of("job_id", job));
        record(ref, Deed.ROWS_COPIED, project, asked.to());
        return jobs.find(project, job);
    }

    public Page<JobView> jobs(UUID project, PageRequest asked) {
        allowed(project);
        return Page.slice(asked, jobs.of(project));
    }

    public JobView job(UUID project, UUID id) {
        allowed(project);
        return jobs.find(project, id);
    }

    private BackupView ready(UUID project, UUID id) {
        BackupView backup = backups.find(project, id);
        if (backup.status() != JobStatus.SUCCEEDED) {
            throw BackupProblem.BACKUP_NOT_READY.because();
        }
        return backup;
    }

    private void free(UUID project, String environment) {
        if (environments.isDeploying(project, environment)) {
            throw BackupProblem.ENVIRONMENT_BUSY.because();
        }
    }

    private static void confirmed(@Nullable Boolean confirm) {
        if (!Boolean.TRUE.equals(confirm)) {
            throw BackupProblem.REPLACE_NOT_CONFIRMED.because();
        }
    }

    private void record(ProjectRef project, Deed deed, UUID id, String environment) {
        audit.record(
                project.organizationId(),
                deed,
                id,
                Map.of("project_id", project.id().toString(), "environment", environment));
    }

    /** Who may see a public project learns by 403 that its rows are not theirs; who may not, by 404. */
    private ProjectRef allowed(UUID project) {
        ProjectRef found = projects.require(project, Action.STUDIO_SEE);
        if (!access.may(Action.APPS_MANAGE, found.target())) {
            throw CommonProblem.FORBIDDEN.because();
        }
        return found;
    }
}
