package io.nocode.runtime.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.records.Intake;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done with the rows of a file. */
record ImportRequest(ImportMode mode, @Nullable JsonNode onConflict, ObjectNode mapping, boolean dryRun) {
    /**
     * As the parameters say.
     *
     * @param onConflict one unique field, or several that are so together, separated by commas
     * @throws io.nocode.shared.problem.Problem INVALID where they say what cannot be
     */
    static ImportRequest read(
            @Nullable String mode, @Nullable String onConflict, @Nullable String mapping, @Nullable String dryRun) {
        Faults faults = new Faults();
        if (mode != null && !mode.equals("insert") && !mode.equals("upsert")) {
            faults.add("mode", "field.must_be.one_of", "insert, upsert");
        }
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            faults.add("dry_run", "field.must_be.boolean");
        }
        boolean upsert = "upsert".equals(mode);
        if (!upsert && onConflict != null) {
            faults.add("on_conflict", "field.not_for_operation");
        }
        faults.throwIfAny();
        return new ImportRequest(
                upsert ? ImportMode.UPSERT : ImportMode.INSERT,
                onConflict == null ? null : names(onConflict),
                Mapping.parse(mapping),
                "true".equals(dryRun));
    }

    private static JsonNode names(String text) {
        String list = text.startsWith("[") ? text.replaceAll("[\\[\\]\"]", "") : text;
        ArrayNode names = Json.array();
        for (String name : list.split(",", -1)) {
            names.add(name.strip());
        }
        return names;
    }

    /** The names of the fields by which rows that are there are found; none where all rows are to be new. */
    List<String> finding() {
        List<String> names = new ArrayList<>();
        if (onConflict != null) {
            onConflict.forEach(name -> names.add(name.asText()));
        }
        return names;
    }

    Intake.Manner manner() {
        return new Intake.Manner(mode == ImportMode.UPSERT, onConflict);
    }
}
