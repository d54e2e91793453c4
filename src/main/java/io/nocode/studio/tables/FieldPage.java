package io.nocode.studio.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API's document says of a page of fields. */
record FieldPage(
        @Nullable Long count,
        @Nullable String next,
        @Nullable String previous,
        List<FieldDocument> results) {}
