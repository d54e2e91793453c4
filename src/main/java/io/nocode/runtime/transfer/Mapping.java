package io.nocode.runtime.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which field the cells of each column of a file belong to. What the mapping of the request does not name goes by the
 * names of fields, then by their labels, whatever the case; what only the server writes is left out.
 */
final class Mapping {
    private static final int LONGEST_TOLD = 100;

    private final LiveTable table;
    private final Permits permits;
    private final JsonNode wanted;
    private final Map<String, Optional<Column>> known = new HashMap<>();

    Mapping(LiveTable table, Permits permits, JsonNode wanted) {
        this.table = table;
        this.permits = permits;
        this.wanted = wanted;
    }

    /** The parameter: a JSON object of text and nulls. */
    static ObjectNode parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Json.object();
        }
        try {
            JsonNode json = Json.mapper().readTree(text);
            boolean plain = json instanceof ObjectNode
                    && json.properties().stream()
                            .allMatch(each -> each.getValue().isTextual()
                                    || each.getValue().isNull());
            if (plain) {
                return (ObjectNode) json;
            }
        } catch (JsonProcessingException broken) {
            // Told below.
        }
        throw CommonProblem.INVALID.at("mapping", "import.mapping");
    }

    /**
     * Holds the header of a file against the table.
     *
     * @param header empty where rows name their cells each for itself
     * @param finding the fields by which rows that are there are found: without their values all rows would be new
     * @throws io.nocode.shared.problem.Problem INVALID naming each column without a field, each field with two columns,
     *     each name in the mapping that does not exist, and each of those fields that has no column
     */
    void check(List<String> header, List<String> finding) {
        Faults faults = new Faults();
        wanted.properties().forEach(each -> {
            if (!header.isEmpty() && !header.contains(each.getKey())) {
                faults.add(place(each.getKey()), "import.no_such_column");
            } else if (each.getValue().isTextual()
                    && writable(each.getValue().textValue()).isEmpty()) {
                faults.add(
                        place(each.getKey()),
                        "field.unknown_name",
                        each.getValue().textValue());
            }
        });
        Map<Column, String> taken = new HashMap<>();
        for (String name : header) {
            if (faults.byField().containsKey(place(name))) {
                continue;
            }
            try {
                column(name).ifPresent(column -> {
                    String other = taken.putIfAbsent(column, name);
                    if (other != null) {
                        faults.add(place(name), "import.mapped_twice", column.name(), other);
                    }
                });
            } catch (UnknownColumn unknown) {
                faults.add(place(name), "import.unmapped");
            }
        }
        if (!header.isEmpty() && taken.isEmpty()) {
            faults.add("mapping", "import.nothing_mapped");
        }
        for (String name : header.isEmpty() ? List.<String>of() : finding) {
            if (taken.keySet().stream().noneMatch(column -> column.name().equals(name))) {
                faults.add("on_conflict", "import.not_in_file", name);
            }
        }
        if (!faults.isEmpty()) {
            throw CommonProblem.INVALID.at(faults);
        }
    }

    /** How a column is named in a refusal: what a file calls it may be a book. */
    private static String place(String name) {
        return "mapping." + (name.length() > LONGEST_TOLD ? name.substring(0, LONGEST_TOLD) + "…" : name);
    }

    /** A column of a file that is no field and that nobody said to leave out. */
    static final class UnknownColumn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownColumn(String name) {
            super(name, null, false, false);
        }
    }

    /** The field of a column of the file; empty where it is left out. */
    Optional<Column> column(String name) {
        Optional<Column> found = known.get(name);
        if (found == null) {
            found = find(name);
            if (known.size() < 10_000) {
                known.put(name, found);
            }
        }
        return found;
    }

    private Optional<Column> find(String name) {
        JsonNode said = wanted.path(name);
        if (said.isNull()) {
            return Optional.empty();
        }
        if (said.isTextual()) {
            return writable(said.textValue());
        }
        Column exact = table.column(name);
        if (exact != null && permits.reads(table, exact)) {
            return exact.isWritable() ? Optional.of(exact) : Optional.empty();
        }
        List<Column> alike = new ArrayList<>();
        for (Column column : table.columns()) {
            Field field = column.field();
            if (column.isWritable()
                    && permits.reads(table, column)
                    && field != null
                    && (column.name().equalsIgnoreCase(name) || field.label().equalsIgnoreCase(name))) {
                alike.add(column);
            }
        }
        if (alike.size() != 1) {
            throw new UnknownColumn(name);
        }
        return Optional.of(alike.get(0));
    }

    private Optional<Column> writable(String field) {
        Column column = table.column(field);
        return column != null && column.isWritable() && permits.reads(table, column)
                ? Optional.of(column)
                : Optional.empty();
    }
}
