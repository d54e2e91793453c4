package io.nocode.studio.versions;

import java.util.UUID;

/** A version of a project is being frozen, in this very transaction. */
public record ProjectPublished(UUID project, int version) {}
