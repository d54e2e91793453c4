package io.nocode.insights.tracking;

import io.nocode.foundation.access.Access;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.studio.projects.ProjectRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges the events of one request, and says who sent them and whom they concern. */
final class EventCheck {
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Map<UUID, ProjectRef> projects = new HashMap<>();
    private final Function<UUID, ProjectRef> project;
    private final @Nullable UUID ownOrganisation;
    private final @Nullable UUID batch;
    private final Instant now;
    private final Instant oldest;

    EventCheck(Function<UUID, ProjectRef> project, Access access, Clock clock, @Nullable UUID batch) {
        this.project = project;
        this.ownOrganisation = onlyOrganisation(access);
        this.batch = batch;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        this.oldest = Retention.oldest(clock);
    }

    /**
     * The event as it may be kept.
     *
     * @throws io.nocode.shared.problem.Problem where its time cannot be, or its project is none of the sender's
     */
    TrackedEvent check(TrackEvent event) {
        Instant at = event.timestamp() == null ? now : event.timestamp().truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now.plus(AHEAD))) {
            throw CommonProblem.INVALID.at("timestamp", "field.timestamp_ahead");
        }
        if (at.isBefore(oldest)) {
            throw CommonProblem.INVALID.at("timestamp", "field.timestamp_too_old");
        }
        RequestContext request = RequestContext.get();
        ProjectRef within = event.projectId() == null ? null : projects.computeIfAbsent(event.projectId(), project);
        return new TrackedEvent(
                Ids.next(),
                event.eventType(),
                event.eventName(),
                event.properties() == null ? Map.of() : event.properties(),
                event.context() == null ? Map.of() : event.context(),
                event.sessionId(),
                event.anonymousId(),
                CurrentUser.id(),
                within == null ? ownOrganisation : within.organizationId(),
                event.projectId(),
                batch,
                request.address(),
                request.userAgent(),
                at,
                now);
    }

    /** An event without a project concerns the sender's organisation, if it is clear which. */
    private static @Nullable UUID onlyOrganisation(Access access) {
        if (CurrentUser.get() instanceof Caller.ApiKey key) {
            return key.organisation();
        }
        Set<UUID> all = access.organisations();
        return all.size() == 1 ? all.iterator().next() : null;
    }
}
