package io.nocode.runtime.records;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the documentation shows a file of a row. Answers are written without it: the row has it so already.
 *
 * @param contentType by its content
 * @param width of a picture
 * @param url where it is downloaded
 */
@Schema(name = "RowFile")
public record RowFileView(
        UUID id,
        String name,
        String contentType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        Instant createdAt,
        String url) {}
