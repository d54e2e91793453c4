package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.node.NullNode;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes to the execution's log. */
@ApplicationScoped
class Log implements NodeKind {
    @Override
    public String name() {
        return "log";
    }

    @Override
    public boolean isAction() {
        return true;
    }

    @Override
    public String description() {
        return "Writes a line to the execution's log.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(
                ConfigField.required("message", ConfigField.Form.TEXT, "The line."),
                ConfigField.choice("level", "How grave it is: info.", "debug", "info", "warning", "error"));
    }

    @Override
    public Outcome run(NodeRun run) {
        String level = run.text("level");
        run.log(level.isEmpty() ? "info" : level, run.text("message"));
        return new Outcome.Completed(NullNode.getInstance(), Port.DEFAULT);
    }
}
