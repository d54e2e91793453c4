package io.nocode.automation.nodes;

import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes an object out of what is known. */
@ApplicationScoped
class TransformNode implements NodeKind {
    @Override
    public String name() {
        return "transform";
    }

    @Override
    public String description() {
        return "Makes an object; its values may be templates.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(ConfigField.required("output", ConfigField.Form.OBJECT, "The object that is made."));
    }

    @Override
    public Outcome run(NodeRun run) {
        return new Outcome.Completed(run.given().path("output"), Port.DEFAULT);
    }
}
