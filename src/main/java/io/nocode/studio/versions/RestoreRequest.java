package io.nocode.studio.versions;

import org.jspecify.annotations.Nullable;

/**
 * A version that the draft is to become again.
 *
 * @param allowDataLoss whether values may go with tables and fields that the version has not
 */
public record RestoreRequest(@Nullable Boolean allowDataLoss) {}
