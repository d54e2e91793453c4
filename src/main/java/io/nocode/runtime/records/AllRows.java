package io.nocode.runtime.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Parameters;
import io.nocode.runtime.query.Plan;
import io.nocode.runtime.query.Planner;
import io.nocode.runtime.query.QueryParser;
import io.nocode.runtime.query.WholeList;
import io.nocode.shared.json.Json;
import io.nocode.shared.json.TextCheck;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.LongReads;
import io.nocode.studio.schema.ValueFault;
import io.nocode.studio.schema.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All the rows that a query finds, one after the other: however many they are, few are in memory. */
@ApplicationScoped
public class AllRows {
    private static final JsonFactory JSON = Json.mapper().getFactory();
    private static final int AT_ONCE = 500;
    private static final int VALUES_AT_ONCE = 200;
    /** How long such values may be together, as the text of a filter. */
    private static final int LONGEST_VALUE = 5_000;

    private static final byte[] LINE_END = {'\r', '\n'};

    /** Takes the values of rows. Cells without a value are not told of. */
    public interface Sheet {
        /**
         * A value.
         *
         * @param row from 1
         * @param value a number, a truth, or text
         */
        void cell(int row, int column, Object value) throws IOException;
    }

    @Inject
    private Database database;

    @Inject
    private LongReads reads;

    /**
     * The query of an export, planned.
     *
     * @throws io.nocode.shared.problem.Problem as for the list
     */
    public Plan plan(OpenTable open, Parameters parameters) {
        return Planner.list(open.table(), open.permits(), QueryParser.parseExport(parameters), null);
    }

    /** Whether there are more rows than that. */
    public boolean areMoreThan(long most, Plan plan) {
        return database.first(new WholeList(plan).countTo(most), row -> row.number("n"))
                        .orElse(0L)
                > most;
    }

    /**
     * The ids of the rows that have one of these values in a field, by value, as far as the caller may see them.
     *
     * @param column of text or whole numbers
     */
    public Map<String, List<UUID>> idsBy(OpenTable open, Column column, Collection<String> values) {
        Map<String, List<UUID>> ids = new HashMap<>();
        ArrayNode some = Json.array();
        int length = 0;
        for (String value : values) {
            if (value.length() > LONGEST_VALUE || !TextCheck.isStorable(value) || !fits(column, value)) {
                continue;
            }
            if (some.size() == VALUES_AT_ONCE || length + value.length() > LONGEST_VALUE) {
                addIds(open, column, some, ids);
                some = Json.array();
                length = 0;
            }
            length += value.length();
            if (column.wire() == Wire.TEXT) {
                some.add(value);
            } else {
                some.add(Long.parseLong(value));
            }
        }
        if (!some.isEmpty()) {
            addIds(open, column, some, ids);
        }
        return ids;
    }

    private static boolean fits(Column column, String value) {
        try {
            column.type().parseText(value);
            return column.wire() == Wire.TEXT
                    || String.valueOf(Long.parseLong(value)).equals(value);
        } catch (ValueFault | NumberFormatException noSuchValue) {
            return false;
        }
    }

    private void addIds(OpenTable open, Column column, ArrayNode values, Map<String, List<UUID>> ids) {
        Plan plan = plan(
                open,
                Parameters.of(Map.of(
                        "fields", List.of(column.name()),
                        "filters",
                                List.of(Json.object()
                                        .set(column.name() + "__in", values)
                                        .toString()))));
        database.list(
                new WholeList(plan).rows(),
                row -> ids.computeIfAbsent(
                                row.text(
                                        column.field() == null
                                                ? column.name()
                                                : column.field().column().name()),
                                each -> new ArrayList<>())
                        .add(row.uuid("id")));
    }

    /** Lines of CSV, without a header. */
    public void writeCsv(Plan plan, char delimiter, OutputStream out) {
        reads.copy(new WholeList(plan).cells(), delimiter, (bytes, length) -> {
            out.write(bytes, 0, length);
            out.write(LINE_END);
        });
    }

    /** One JSON array, or a JSON object a line. */
    public void writeJson(Plan plan, boolean lines, OutputStream out) {
        each(plan, results -> {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                json.setRootValueSeparator(null);
                if (!lines) {
                    json.writeRaw("[");
                }
                String separator = lines ? "" : "\n";
                while (results.next()) {
                    json.writeRaw(separator);
                    Rows.writeRow(json, results, plan.columns(), plan.expansions());
                    separator = lines ? "" : ",\n";
                    if (lines) {
                        json.writeRaw('\n');
                    }
                }
                if (!lines) {
                    json.writeRaw("\n]\n");
                }
            }
        });
    }

    /** Cell by cell: numbers and truths as such, all else as text in the list's own form. */
    public void writeCells(Plan plan, Sheet sheet) {
        List<Column> columns = plan.columns();
        each(plan, results -> {
            for (int row = 1; results.next(); row++) {
                int index = Rows.FIRST_COLUMN;
                for (int i = 0; i < columns.size(); i++) {
                    boolean isId = columns.get(i).isId();
                    Object value = Rows.plain(results, isId ? Rows.FIRST_COLUMN - 1 : index++, columns.get(i));
                    if (value != null) {
                        sheet.cell(row, i, value);
                    }
                }
            }
        });
    }

    private void each(Plan plan, Reading reading) {
        reads.with(connection -> {
            try (PreparedStatement statement = Database.prepare(connection, new WholeList(plan).rows())) {
                statement.setFetchSize(AT_ONCE);
                try (ResultSet results = Database.query(statement)) {
                    reading.read(results);
                }
            } catch (IOException clientGone) {
                throw new UncheckedIOException(clientGone);
            }
            return List.of();
        });
    }

    private interface Reading {
        void read(ResultSet results) throws SQLException, IOException;
    }
}
