package io.nocode.studio.editor;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch has done, operation by operation. */
public record BatchDone(long revision, List<Result> results) {
    /** What one operation has done. */
    public record Result(String op, @Nullable String ref, UUID componentId, UUID pageId) {}
}
