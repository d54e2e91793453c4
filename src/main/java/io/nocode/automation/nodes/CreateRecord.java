package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import io.nocode.runtime.records.Records;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Creates a row. */
@ApplicationScoped
class CreateRecord implements NodeKind {
    @Inject
    private Records records;

    @Override
    public String name() {
        return "create_record";
    }

    @Override
    public boolean isAction() {
        return true;
    }

    @Override
    public String description() {
        return "Creates a row in one of the project's tables; its output is the row.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(
                ConfigField.required("table", ConfigField.Form.TEXT, "The table's name."),
                ConfigField.optional("data", ConfigField.Form.OBJECT, "The row's fields."));
    }

    @Override
    public boolean actsWhileRecording() {
        return true;
    }

    @Override
    public Outcome run(NodeRun run) {
        ObjectNode data = run.given().path("data") instanceof ObjectNode object ? object : Json.object();
        return new Outcome.Completed(records.create(run.project(), null, run.text("table"), data), Port.DEFAULT);
    }
}
