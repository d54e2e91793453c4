package io.nocode.runtime.deployments;

import io.nocode.shared.events.ServerEvent;
import io.nocode.shared.events.Telling;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deployment that somebody follows. */
final class FollowedDeployment implements Telling {
    private final DeploymentEvents events;
    private final UUID id;
    private boolean over;

    FollowedDeployment(DeploymentEvents events, UUID id) {
        this.events = events;
        this.id = id;
    }

    @Override
    public void authorise() {
        events.authorise(id);
    }

    @Override
    public List<ServerEvent> after(@Nullable String last) {
        // Asked first, so that whoever ends has told everything.
        over = events.isOver(id);
        return events.after(id, last != null && last.matches("\\d{1,4}") ? Integer.parseInt(last) : 0);
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public Set<String> words() {
        return Set.of(id.toString());
    }
}
