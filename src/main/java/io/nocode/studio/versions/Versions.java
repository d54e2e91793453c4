package io.nocode.studio.versions;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds published versions; who may see them is for the caller to ask. */
@ApplicationScoped
public class Versions {
    private static final String COLUMNS =
            "select id, project_id, number, notes, content, content_hash, created_by, created_at from project_version";

    @Inject
    private Database database;

    /**
     * A version of a project.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND where there is none
     */
    public Version find(UUID project, int number) {
        return database.first(Sql.of(COLUMNS + " where project_id = ? and number = ?", project, number), Versions::read)
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** The newest version; empty for a project that was never published. */
    public Optional<Version> latest(UUID project) {
        return database.first(
                Sql.of(COLUMNS + " where project_id = ? order by number desc limit 1", project), Versions::read);
    }

    /** Every version of a project, the newest first, without its content. */
    List<VersionView> heads(UUID project) {
        return database.list(
                Sql.of(
                        "select id, project_id, number, notes, content_hash, created_by, created_at from project_version"
                                + " where project_id = ? order by number desc",
                        project),
                row -> new VersionView(
                        row.uuid("id"),
                        row.uuid("project_id"),
                        (int) row.number("number"),
                        row.text("notes"),
                        row.text("content_hash"),
                        row.uuid("created_by"),
                        row.instant("created_at"),
                        row.instant("created_at"),
                        null));
    }

    private static Version read(Row row) {
        return new Version(
                row.uuid("id"),
                row.uuid("project_id"),
                (int) row.number("number"),
                row.text("notes"),
                row.json("content"),
                row.text("content_hash"),
                row.uuid("created_by"),
                row.instant("created_at"));
    }
}
