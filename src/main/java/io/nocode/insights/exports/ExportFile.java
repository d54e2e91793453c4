package io.nocode.insights.exports;

import java.util.Objects;
import java.util.UUID;

/** A whole file, ready to be sent. */
record ExportFile(UUID export, String filename, String mediaType, long size, String sha256) {
    static ExportFile of(Export export) {
        return new ExportFile(
                export.id,
                export.filename,
                export.options().gzipped() ? "application/gzip" : export.format.mediaType(),
                export.sizeBytes,
                Objects.requireNonNull(export.sha256, "sha256"));
    }
}
