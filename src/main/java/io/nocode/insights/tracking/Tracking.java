package io.nocode.insights.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Body;
import io.nocode.shared.problem.Problem;
import io.nocode.studio.projects.ProjectDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes events in. What is answered is stored. Judging is no part of the transaction, so that a bad event does not roll
 * back the good ones of its batch.
 */
@ApplicationScoped
public class Tracking {
    @Inject
    private EventStore store;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** Keeps one event. */
    public TrackedView track(TrackEvent event) {
        TrackedEvent accepted = checks(null).check(event);
        store.insert(List.of(accepted));
        return TrackedView.of(accepted);
    }

    /** Keeps what is good of a batch, all of it or (if the database fails) none. */
    public BatchView track(TrackBatch batch) {
        UUID id = Ids.next();
        List<RejectedEvent> rejected = new ArrayList<>();
        List<TrackedEvent> accepted = judge(batch.events(), id, rejected);
        if (!accepted.isEmpty()) {
            store.insert(accepted);
        }
        return new BatchView(id, batch.events().size(), accepted.size(), rejected.size(), rejected);
    }

    /** Judges events and keeps none. */
    public TestView test(TrackTest test) {
        List<RejectedEvent> rejected = new ArrayList<>();
        int valid = judge(test.testEvents(), null, rejected).size();
        return new TestView(test.testEvents().size(), valid, rejected.size(), rejected);
    }

    private List<TrackedEvent> judge(List<JsonNode> events, @Nullable UUID batch, List<RejectedEvent> rejected) {
        EventCheck checks = checks(batch);
        List<TrackedEvent> accepted = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            try {
                accepted.add(checks.check(Body.as(events.get(i), TrackEvent.class)));
            } catch (Problem problem) {
                rejected.add(RejectedEvent.of(i, problem));
            }
        }
        return accepted;
    }

    private EventCheck checks(@Nullable UUID batch) {
        return new EventCheck(project -> projects.require(project, Action.STUDIO_SEE), access, clock, batch);
    }
}
