package io.nocode.studio.editor;

import java.util.UUID;

/** Where a new component is. */
public record ComponentAdded(UUID componentId, UUID pageId, boolean pageCreated, long revision) {}
