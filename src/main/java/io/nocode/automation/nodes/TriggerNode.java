package io.nocode.automation.nodes;

import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where every execution begins; its output is the execution's input. */
@ApplicationScoped
class TriggerNode implements NodeKind {
    @Override
    public String name() {
        return "trigger";
    }

    @Override
    public String description() {
        return "Where the workflow begins. Its output is the input of the execution.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of();
    }

    @Override
    public List<String> ports() {
        return List.of("default");
    }

    @Override
    public boolean hasInput() {
        return false;
    }

    @Override
    public Outcome run(NodeRun run) {
        return new Outcome.Completed(run.inputData(), Port.DEFAULT);
    }
}
