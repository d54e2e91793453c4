package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import io.nocode.runtime.records.Records;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** Looks for rows, as a list of the API would. */
@ApplicationScoped
class FindRecords implements NodeKind {
    @Inject
    private Records records;

    @Override
    public String name() {
        return "find_records";
    }

    @Override
    public boolean isAction() {
        return true;
    }

    @Override
    public String description() {
        return "Looks for rows; its output has count and results.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(
                ConfigField.required("table", ConfigField.Form.TEXT, "The table's name."),
                ConfigField.optional("filters", ConfigField.Form.OBJECT, "As in a list of rows."),
                ConfigField.optional("sort_by", ConfigField.Form.TEXT, "A field; with - before it, from the end."),
                ConfigField.optional("limit", ConfigField.Form.ANY, "How many rows at most: 1 to 100, by default 20."));
    }

    @Override
    public Outcome run(NodeRun run) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        JsonNode filters = run.given().path("filters");
        if (filters.isObject() && !filters.isEmpty()) {
            parameters.putSingle("filters", filters.toString());
        }
        if (!run.text("sort_by").isEmpty()) {
            parameters.putSingle("sort_by", run.text("sort_by"));
        }
        if (!run.text("limit").isEmpty()) {
            parameters.putSingle("page_size", run.text("limit"));
        }
        ObjectNode page = records.list(run.project(), null, run.text("table"), parameters);
        ObjectNode output = Json.object();
        output.set("count", page.path("count"));
        output.set("results", page.path("results"));
        return new Outcome.Completed(output, Port.DEFAULT);
    }
}
