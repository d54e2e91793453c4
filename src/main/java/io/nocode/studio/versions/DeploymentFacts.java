package io.nocode.studio.versions;

import java.util.List;
import java.util.UUID;

/** Tells studio what has become of a project's versions; runtime, which lies above, implements it. */
public interface DeploymentFacts {
    /** What is known of each application of the project. */
    List<DeploymentFact> of(UUID project);
}
