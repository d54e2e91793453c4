package io.nocode.automation.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What became of a step. */
public sealed interface Outcome {
    /** The step is done. */
    record Completed(JsonNode output, Port port) implements Outcome {}

    /** The step goes on by itself at a time. */
    record Waiting(Instant until) implements Outcome {}

    /** The step came to nothing. */
    record Failed(Failure failure) implements Outcome {}
}
