package io.nocode.studio.projects;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * The revision of a project's draft. Whoever changes the draft holds the lock of the project until the transaction ends:
 * limits hold, and changes follow one another.
 */
@ApplicationScoped
public class Drafts {
    @Inject
    private Database database;

    /**
     * Waits for whoever changes the draft now, and tells the revision that is then.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND where the project is gone
     */
    public long lock(UUID project) {
        return database.first(
                        Sql.of("select revision from project where id = ? for no key update", project),
                        row -> row.number("revision"))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** The revision now, without waiting. */
    public long revision(UUID project) {
        return database.first(
                        Sql.of("select revision from project where id = ?", project), row -> row.number("revision"))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** Says that the draft has changed, and tells its new revision. */
    public long revise(UUID project) {
        return database.first(
                        Sql.of("update project set revision = revision + 1 where id = ? returning revision", project),
                        row -> row.number("revision"))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** Says that a version has been frozen and is the current one. */
    public void published(UUID project, int version) {
        database.update(Sql.of(
                "update project set status = 'PUBLISHED', current_version = ?, updated_at = now() where id = ?",
                version,
                project));
    }

    /** Says that the project is a draft again. */
    public void unpublished(UUID project) {
        database.update(Sql.of(
                "update project set status = 'DRAFT', updated_at = now() where id = ? and status = 'PUBLISHED'",
                project));
    }
}
