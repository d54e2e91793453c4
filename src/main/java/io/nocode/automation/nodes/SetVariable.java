package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Remembers a value for the nodes that follow. */
@ApplicationScoped
class SetVariable implements NodeKind {
    @Override
    public String name() {
        return "set_variable";
    }

    @Override
    public boolean isAction() {
        return true;
    }

    @Override
    public String description() {
        return "Remembers a value under vars.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(
                ConfigField.required("name", ConfigField.Form.TEXT, "The variable's name."),
                ConfigField.required("value", ConfigField.Form.ANY, "Its value."));
    }

    @Override
    public Outcome run(NodeRun run) {
        JsonNode value = run.given().path("value");
        run.set(run.text("name"), value.isMissingNode() ? NullNode.getInstance() : value);
        return new Outcome.Completed(NullNode.getInstance(), Port.DEFAULT);
    }
}
