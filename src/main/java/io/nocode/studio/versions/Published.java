package io.nocode.studio.versions;

import java.util.UUID;

/**
 * A version that has been frozen.
 *
 * @param generationTaskId the version's own id: see {@code deployment_status/}
 * @param status succeeded: a version is frozen by the time that it is answered
 */
public record Published(UUID projectId, int version, UUID generationTaskId, String status) {}
