package io.nocode.studio.editor;

import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has which project open in the editor, on whatever node. A node that is killed takes its people with it: they are
 * gone when nobody has renewed them for a while.
 */
@ApplicationScoped
public class Presence {
    /** The topic of the signal, with the project's id, that somebody came or left. */
    static final String TOPIC = "presence";

    /** So long after a node was killed its people are gone. */
    static final Duration LEASE = Duration.ofSeconds(12);

    private final Set<UUID> here = ConcurrentHashMap.newKeySet();

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    /** Somebody who has the project open, once or several times. */
    record Person(UUID userId, String userName, Instant joinedAt) {}

    /** Somebody opens a project, and stays as long as {@link #leave} is not called. */
    @Transactional
    public void join(UUID id, UUID project, UUID user) {
        Instant now = clock.instant();
        here.add(id);
        database.update(Sql.of(
                "insert into editor_presence (id, project_id, user_id, joined_at, expires_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (id) do nothing",
                id,
                project,
                user,
                now,
                now.plus(LEASE)));
        signals.send(TOPIC, project.toString());
    }

    @Transactional
    public void leave(UUID id, UUID project) {
        here.remove(id);
        database.update(Sql.of("delete from editor_presence where id = ?", id));
        signals.send(TOPIC, project.toString());
    }

    /** Who is there, the first who came first. */
    List<Person> of(UUID project) {
        return database.list(
                Sql.of(
                        "select p.user_id, btrim(concat_ws(' ', u.first_name, u.last_name)) as name,"
                                + " min(p.joined_at) as joined_at from editor_presence p"
                                + " join user_account u on u.id = p.user_id where p.project_id = ? and p.expires_at > ?"
                                + " group by p.user_id, u.first_name, u.last_name order by 3, 1",
                        project,
                        clock.instant()),
                row -> new Person(row.uuid("user_id"), row.text("name"), row.instant("joined_at")));
    }

    /** Renews who is here, and sees off whom nobody has renewed. */
    @Transactional
    public void renew() {
        Instant now = clock.instant();
        if (!here.isEmpty()) {
            database.update(Sql.of(
                    "update editor_presence set expires_at = ? where id = any (?)",
                    now.plus(LEASE),
                    List.copyOf(here)));
        }
        database
                .list(
                        Sql.of(
                                "delete from editor_presence where id in (select id from editor_presence"
                                        + " where expires_at < ? for update skip locked) returning project_id",
                                now),
                        row -> row.uuid("project_id"))
                .stream()
                .distinct()
                .forEach(project -> signals.send(TOPIC, project.toString()));
    }
}
