package io.nocode.insights.tracking;

import java.util.List;
import java.util.UUID;

/** What became of a batch: the good events are kept, each bad one is named. */
public record BatchView(
        UUID batchId, int eventsCount, int processedCount, int failedCount, List<RejectedEvent> errors) {}
