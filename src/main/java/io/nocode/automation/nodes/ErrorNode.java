package io.nocode.automation.nodes;

import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ends the execution as failed. */
@ApplicationScoped
class ErrorNode implements NodeKind {
    @Override
    public String name() {
        return "error";
    }

    @Override
    public String description() {
        return "Ends the execution as failed.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(ConfigField.required("message", ConfigField.Form.TEXT, "What the execution failed of."));
    }

    @Override
    public List<String> ports() {
        return List.of();
    }

    @Override
    public Outcome run(NodeRun run) {
        return new Outcome.Failed(Failure.lasting("WORKFLOW_ERROR", run.text("message")));
    }
}
