package io.nocode.studio.projects;

import java.util.UUID;

/** A project is being deleted, in this very transaction, with all that it holds. */
public record ProjectDeleted(UUID project, UUID organization) {}
