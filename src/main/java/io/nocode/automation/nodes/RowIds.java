package io.nocode.automation.nodes;

import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.Outcome;
import java.util.UUID;
import java.util.function.Function;

/** Ids of rows, as configurations have them. */
final class RowIds {
    private RowIds() {}

    /** Acts on the row whose id the configuration gives; a failed outcome where that is none. */
    static Outcome with(NodeRun run, Function<UUID, Outcome> act) {
        UUID id;
        try {
            id = UUID.fromString(run.text("id"));
        } catch (IllegalArgumentException none) {
            return new Outcome.Failed(Failure.lasting("CONFIG", "id: This must be a UUID."));
        }
        return act.apply(id);
    }
}
