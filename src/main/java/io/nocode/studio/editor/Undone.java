package io.nocode.studio.editor;

import java.util.List;
import java.util.UUID;

/**
 * What was undone or redone.
 *
 * @param components the components that are as they were, or are gone
 */
public record Undone(UUID changeId, long revision, List<UUID> components, boolean canUndo, boolean canRedo) {}
