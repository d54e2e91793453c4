package io.nocode.studio.projects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * The revision of a project's draft. Whoever changes the draft holds the lock of the project until the transaction ends:
 * limits hold, and changes follow one another.
 */
@ApplicationScoped
public class Drafts {
    /** The topic of the signal, with the project's id and the revision, that a draft has changed. */
    public static final String TOPIC = "draft";

    /** So many revisions are kept for editors that were away. */
    private static final int KEPT = 1_000;

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

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
        long revision = database.first(
                        Sql.of("update project set revision = revision + 1 where id = ? returning revision", project),
                        row -> row.number("revision"))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
        database.update(Sql.of(
                "insert into draft_event (project_id, revision, user_id, kind, created_at) values (?, ?, ?, 'draft', ?)",
                project,
                revision,
                CurrentUser.idOrNull(),
                clock.instant()));
        database.update(
                Sql.of("delete from draft_event where project_id = ? and revision <= ?", project, revision - KEPT));
        signals.send(TOPIC, project + " " + revision);
        return revision;
    }

    /**
     * Says what a revision has changed, for editors that follow.
     *
     * @param kind what was done
     * @param entries each component that differs: {@code {id, before, after}}
     */
    public void explain(UUID project, long revision, String kind, ArrayNode entries) {
        database.update(Sql.of(
                "update draft_event set kind = ?, entries = ? where project_id = ? and revision = ?",
                kind,
                entries,
                project,
                revision));
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
