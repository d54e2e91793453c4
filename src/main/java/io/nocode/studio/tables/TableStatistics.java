package io.nocode.studio.tables;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds in dev, counted when it is asked for.
 *
 * @param lastRecordAt when its newest row was made; null for an empty table
 * @param storageSizeKb on disk, with its indexes
 */
public record TableStatistics(long recordsCount, @Nullable Instant lastRecordAt, long storageSizeKb) {}
