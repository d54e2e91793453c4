package io.nocode.insights.tracking;

import java.util.List;

/** What would become of the events. */
public record TestView(int eventsCount, int validCount, int invalidCount, List<RejectedEvent> errors) {}
