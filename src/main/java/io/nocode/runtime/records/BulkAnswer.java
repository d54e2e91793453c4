package io.nocode.runtime.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What became of many rows, in the order in which they were sent. */
public record BulkAnswer(BulkRequest.Operation operation, int succeeded, int failed, List<BulkResult> results) {
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

    static BulkAnswer of(BulkRequest.Operation operation, List<BulkResult> results) {
        int failed = (int) results.stream()
                .filter(result -> result.status() == Status.FAILED)
                .count();
        return new BulkAnswer(operation, results.size() - failed, failed, results);
    }
}
