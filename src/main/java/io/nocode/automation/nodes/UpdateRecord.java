package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import io.nocode.runtime.records.Records;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Changes some fields of a row. */
@ApplicationScoped
class UpdateRecord implements NodeKind {
    @Inject
    private Records records;

    @Override
    public String name() {
        return "update_record";
    }

    @Override
    public boolean isAction() {
        return true;
    }

    @Override
    public String description() {
        return "Changes fields of a row; its output is the row.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(
                ConfigField.required("table", ConfigField.Form.TEXT, "The table's name."),
                ConfigField.required("id", ConfigField.Form.TEXT, "The row's id."),
                ConfigField.optional("data", ConfigField.Form.OBJECT, "The fields that change."));
    }

    @Override
    public boolean actsWhileRecording() {
        return true;
    }

    @Override
    public Outcome run(NodeRun run) {
        ObjectNode data = run.given().path("data") instanceof ObjectNode object ? object : Json.object();
        return RowIds.with(
                run,
                id -> new Outcome.Completed(
                        records.merge(run.project(), null, run.text("table"), id, data), Port.DEFAULT));
    }
}
