package io.nocode.foundation.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something is to be done: an organisation, or a project in it.
 *
 * @param project null for the organisation itself
 * @param isPublic whether people without a part in the organisation may see the project
 */
public record Target(UUID organisation, @Nullable UUID project, boolean isPublic) {
    public static Target organisation(UUID id) {
        return new Target(id, null, false);
    }

    public static Target project(UUID id, UUID organisation, boolean isPublic) {
        return new Target(organisation, id, isPublic);
    }
}
