package io.nocode.studio.editor;

import io.nocode.shared.events.ServerEvent;
import io.nocode.shared.events.Telling;
import io.nocode.shared.id.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One editor that somebody has open. */
final class OpenEditor implements Telling {
    private final EditorEvents events;
    private final Presence presence;
    private final UUID project;
    private final UUID user;
    private final UUID id = Ids.next();
    private boolean joined;
    private List<Presence.Person> people = List.of();

    OpenEditor(EditorEvents events, Presence presence, UUID project, UUID user) {
        this.events = events;
        this.presence = presence;
        this.project = project;
        this.user = user;
    }

    @Override
    public void authorise() {
        events.authorise(project);
    }

    @Override
    public List<ServerEvent> after(@Nullable String last) {
        if (!joined) {
            presence.join(id, project, user);
            joined = true;
        }
        List<ServerEvent> told = new ArrayList<>(events.after(project, last, user));
        List<Presence.Person> now = presence.of(project);
        if (!now.equals(people)) {
            people = now;
            told.add(ServerEvent.of(null, "presence", new EditorPresence(now)));
        }
        return told;
    }

    @Override
    public Set<String> words() {
        return Set.of(project.toString());
    }

    @Override
    public int beat() {
        return 5;
    }

    @Override
    public void closed() {
        if (joined) {
            presence.leave(id, project);
        }
    }
}
