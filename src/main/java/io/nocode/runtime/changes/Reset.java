package io.nocode.runtime.changes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes were missed: the listener reads the rows anew, and is told what happens from here on.
 *
 * @param reason missed: too long ago, or not recorded; table_changed: rows have another form now
 */
public record Reset(
        @Schema(enumeration = {"missed", "table_changed"}) String reason) {}
