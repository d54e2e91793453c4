package io.nocode.runtime.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of many rows, in the order in which they were sent. */
public record BulkAnswer(BulkRequest.Operation operation, int succeeded, int failed, List<Result> results) {
    /**
     * What became of one.
     *
     * @param index from 0
     * @param error what was wrong with it; null where nothing was
     */
    public record Result(
            int index,
            Status status,
            @Nullable UUID id,
            @Nullable String error) {}

    /** How it ended. */
    public enum Status {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("updated")
        UPDATED,
        @JsonProperty("deleted")
        DELETED,
        @JsonProperty("failed")
        FAILED
    }

    static BulkAnswer of(BulkRequest.Operation operation, List<Result> results) {
        int failed = (int) results.stream()
                .filter(result -> result.status() == Status.FAILED)
                .count();
        return new BulkAnswer(operation, results.size() - failed, failed, results);
    }
}
