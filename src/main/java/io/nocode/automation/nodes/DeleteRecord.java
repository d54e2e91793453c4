package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.node.NullNode;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import io.nocode.runtime.records.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Deletes a row. */
@ApplicationScoped
class DeleteRecord implements NodeKind {
    @Inject
    private Records records;

    @Override
    public String name() {
        return "delete_record";
    }

    @Override
    public boolean isAction() {
        return true;
    }

    @Override
    public String description() {
        return "Deletes a row.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(
                ConfigField.required("table", ConfigField.Form.TEXT, "The table's name."),
                ConfigField.required("id", ConfigField.Form.TEXT, "The row's id."));
    }

    @Override
    public boolean actsWhileRecording() {
        return true;
    }

    @Override
    public Outcome run(NodeRun run) {
        return RowIds.with(run, id -> {
            records.delete(run.project(), null, run.text("table"), id);
            return new Outcome.Completed(NullNode.getInstance(), Port.DEFAULT);
        });
    }
}
