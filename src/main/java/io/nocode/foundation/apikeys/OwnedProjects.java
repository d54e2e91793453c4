package io.nocode.foundation.apikeys;

import java.util.Set;
import java.util.UUID;

/** Knows which projects are an organisation's; the module that keeps projects implements it. */
public interface OwnedProjects {
    /** Those of the ids that are projects of the organisation. */
    Set<UUID> among(UUID organisation, Set<UUID> ids);
}
