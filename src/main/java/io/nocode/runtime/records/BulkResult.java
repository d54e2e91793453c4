package io.nocode.runtime.records;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of many.
 *
 * @param index from 0
 * @param id null where there is no such row
 * @param error what was wrong with it; null where nothing was
 */
public record BulkResult(
        int index,
        BulkAnswer.Status status,
        @Nullable UUID id,
        @Nullable String error) {}
