package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.events.ServerEvent;
import io.nocode.shared.events.Telling;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an open editor is told: each revision of the draft in order, and who has it open. */
@ApplicationScoped
class EditorEvents {
    private static final int AT_ONCE = 50;
    /** What is longer is not sent to everybody: who needs it asks for the draft. */
    private static final int MOST_BYTES = 64 * 1024;

    @Inject
    private Database database;

    @Inject
    private ProjectDirectory directory;

    @Inject
    private Drafts drafts;

    @Inject
    private Presence presence;

    /**
     * Begins to listen; nothing is told yet.
     *
     * @param user who has the editor open
     * @throws io.nocode.shared.problem.Problem for who may not see the project
     */
    Telling listen(UUID project, UUID user) {
        authorise(project);
        return new OpenEditor(this, presence, project, user);
    }

    void authorise(UUID project) {
        directory.require(project, Action.STUDIO_SEE);
    }

    /**
     * What happened after a revision.
     *
     * @param last null for an editor that comes anew
     */
    List<ServerEvent> after(UUID project, @Nullable String last, UUID user) {
        long revision = drafts.revision(project);
        Optional<Long> from = number(last);
        if (from.isEmpty() || from.get() > revision || isForgotten(project, from.get(), revision)) {
            return List.of(ServerEvent.of(
                    String.valueOf(revision), last == null ? "ready" : "reset", new DraftRevision(revision)));
        }
        return database.list(
                Sql.of(
                        "select d.revision, d.user_id, d.kind, d.created_at,"
                                + " btrim(concat_ws(' ', u.first_name, u.last_name)) as name,"
                                + " case when octet_length(d.entries::text) <= ? then d.entries end as entries"
                                + " from draft_event d left join user_account u on u.id = d.user_id"
                                + " where d.project_id = ? and d.revision > ? order by d.revision limit ?",
                        MOST_BYTES,
                        project,
                        from.get(),
                        AT_ONCE),
                row -> {
                    JsonNode entries = row.json("entries");
                    DraftChange change = new DraftChange(
                            row.number("revision"),
                            row.uuidOrNull("user_id"),
                            row.text("name"),
                            user.equals(row.uuidOrNull("user_id")),
                            row.text("kind"),
                            entries.isNull() ? null : DraftChange.components(entries),
                            row.instant("created_at"));
                    return ServerEvent.of(String.valueOf(change.revision()), "change", change);
                });
    }

    private boolean isForgotten(UUID project, long last, long revision) {
        return last < revision
                && !database.exists(
                        Sql.of("select 1 from draft_event where project_id = ? and revision = ?", project, last + 1));
    }

    private static Optional<Long> number(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : Optional.of(Long.valueOf(id));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
