package io.nocode.runtime.records;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the documentation shows a page of rows. Answers are written without it.
 *
 * @param count how many there are on all pages; null where nobody wanted it counted
 */
@Schema(name = "RowPage")
public record RowPage(
        @Nullable Long count,
        @Nullable String next,
        @Nullable String previous,
        List<RowView> results) {}
