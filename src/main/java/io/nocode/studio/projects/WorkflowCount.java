package io.nocode.studio.projects;

import java.util.UUID;

/** Tells studio how many workflows a project has; automation, which lies above, implements it. */
public interface WorkflowCount {
    long of(UUID project);
}
