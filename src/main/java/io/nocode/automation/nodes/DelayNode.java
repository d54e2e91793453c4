package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.node.NullNode;
import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Waits, without holding anything but a row. */
@ApplicationScoped
class DelayNode implements NodeKind {
    @Override
    public String name() {
        return "delay";
    }

    @Override
    public String description() {
        return "Waits for a duration, or until a time.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(
                ConfigField.optional("duration", ConfigField.Form.DURATION, "How long, such as PT5S."),
                ConfigField.optional("until", ConfigField.Form.TIMESTAMP, "Until when, such as 2026-01-01T00:00:00Z."));
    }

    @Override
    public Outcome run(NodeRun run) {
        if (run.resumed()) {
            return new Outcome.Completed(NullNode.getInstance(), Port.DEFAULT);
        }
        Optional<Instant> until = run.given().hasNonNull("duration")
                ? Moments.duration(run.text("duration")).map(run.now()::plus)
                : Moments.instant(run.text("until"));
        return until.<Outcome>map(Outcome.Waiting::new)
                .orElseGet(() -> new Outcome.Failed(
                        Failure.lasting("CONFIG", "There is neither a duration nor a time to wait until.")));
    }
}
