package io.nocode.studio.editor;

import java.time.Instant;
import java.util.UUID;

/**
 * A change in the editor.
 *
 * @param kind add, move, update, remove or batch
 * @param components how many components it concerned
 * @param state done, undone, or discarded: undone, and something else came after
 */
public record HistoryEntry(
        UUID id,
        UUID userId,
        String userName,
        String kind,
        int components,
        long revision,
        String state,
        Instant createdAt) {}
