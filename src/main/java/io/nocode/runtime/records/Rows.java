package io.nocode.runtime.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.nocode.runtime.query.AggregatePlan;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Count;
import io.nocode.runtime.query.Cursors;
import io.nocode.runtime.query.Expansion;
import io.nocode.runtime.query.Plan;
import io.nocode.runtime.query.RowSql;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs the statements of rows, and writes what they answer as JSON while it reads it. */
@ApplicationScoped
public class Rows {
    private static final JsonFactory JSON = Json.mapper().getFactory();
    /** A number and the row's id come before. */
    static final int FIRST_COLUMN = 3;

    @Inject
    private Database database;

    @Inject
    private FairShare shares;

    /** The URLs of the pages beside one. */
    interface Links {
        /** The URL of the request with another value of this parameter; null where there are no URLs. */
        @Nullable
        String with(String parameter, String value);

        private @Nullable String page(int number) {
            return with("page", String.valueOf(number));
        }
    }

    /** The row that a statement of {@code RowSql} answers with. */
    Optional<StoredRow> one(Sql sql, List<Column> columns) {
        return database.connected(connection -> one(connection, sql, columns));
    }

    /** Whether a query has any row. */
    boolean exists(Sql sql) {
        return database.exists(sql);
    }

    /** The ids of the rows that a query finds. */
    Set<UUID> ids(Sql sql) {
        return new HashSet<>(database.list(sql, row -> row.uuid("id")));
    }

    /** A page of an organisation's rows as {@code {count, next, previous, results}}. */
    byte[] page(UUID organisation, Plan plan, Cursors cursors, Links links) {
        Sql sql = plan.sql();
        return shares.run(
                organisation,
                sql.text(),
                () -> database.connected(connection -> {
                    ByteArrayBuilder bytes = new ByteArrayBuilder(8_000);
                    try (PreparedStatement statement = Database.prepare(connection, sql);
                            ResultSet results = Database.query(statement);
                            JsonGenerator json = JSON.createGenerator(bytes)) {
                        writePage(json, results, plan, cursors, links);
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                    return bytes.toByteArray();
                }));
    }

    /**
     * Figures of an organisation's rows as {@code {results}}.
     *
     * @throws io.nocode.shared.problem.Problem INVALID where there are too many groups
     */
    byte[] figures(UUID organisation, AggregatePlan plan) {
        Sql sql = plan.sql();
        Map<String, Column> columns = plan.columns();
        return shares.run(
                organisation,
                sql.text(),
                () -> database.connected(connection -> {
                    ByteArrayBuilder bytes = new ByteArrayBuilder(2_000);
                    try (PreparedStatement statement = Database.prepare(connection, sql);
                            ResultSet results = Database.query(statement);
                            JsonGenerator json = JSON.createGenerator(bytes)) {
                        json.writeStartObject();
                        json.writeArrayFieldStart("results");
                        for (int written = 0; results.next(); written++) {
                            if (written == AggregatePlan.MAX_GROUPS) {
                                throw CommonProblem.INVALID.at(
                                        "group_by", "field.too_many_groups", AggregatePlan.MAX_GROUPS);
                            }
                            json.writeStartObject();
                            for (Map.Entry<String, Column> column : columns.entrySet()) {
                                json.writeFieldName(column.getKey());
                                writeValue(
                                        json,
                                        results,
                                        results.findColumn(column.getValue().name()),
                                        column.getValue());
                            }
                            json.writeEndObject();
                        }
                        json.writeEndArray();
                        json.writeEndObject();
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                    return bytes.toByteArray();
                }));
    }

    static Optional<StoredRow> one(Connection connection, Sql sql, List<Column> columns) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, sql);
                ResultSet results = Database.query(statement)) {
            if (!results.next()) {
                return Optional.empty();
            }
            ByteArrayBuilder bytes = new ByteArrayBuilder(1_000);
            try (JsonGenerator json = JSON.createGenerator(bytes)) {
                if (isSeen(results)) {
                    writeRow(json, results, columns, List.of());
                } else {
                    json.writeStartObject();
                    json.writeStringField("id", id(results).toString());
                    json.writeEndObject();
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return Optional.of(new StoredRow(id(results), results.getLong(1), bytes.toByteArray()));
        }
    }

    /** A row that was written may be none that its writer sees. */
    private static boolean isSeen(ResultSet results) throws SQLException {
        ResultSetMetaData columns = results.getMetaData();
        for (int i = columns.getColumnCount(); i >= FIRST_COLUMN; i--) {
            if (columns.getColumnLabel(i).equals(RowSql.SEEN)) {
                return results.getBoolean(i);
            }
        }
        return true;
    }

    private static void writePage(JsonGenerator json, ResultSet results, Plan plan, Cursors cursors, Links links)
            throws SQLException, IOException {
        // There is always a first row: on an empty page it has the count, and no id.
        boolean any = results.next();
        boolean counted = plan.count() != Count.NONE;
        long count = results.getLong(1);
        any = any && results.getString(2) != null;
        json.writeStartObject();
        if (counted) {
            json.writeNumberField("count", count);
        } else {
            json.writeNullField("count");
        }
        if (!plan.asksForOneMore()) {
            json.writeStringField("next", plan.offset() + plan.size() < count ? links.page(plan.page() + 1) : null);
        }
        json.writeStringField("previous", plan.page() > 1 ? links.page(plan.page() - 1) : null);
        json.writeArrayFieldStart("results");
        int written = 0;
        List<@Nullable String> keys = List.of();
        while (any && written < plan.size()) {
            writeRow(json, results, plan.columns(), plan.expansions());
            written++;
            if (plan.isWalk() && written == plan.size()) {
                keys = keys(results);
            }
            any = results.next();
        }
        json.writeEndArray();
        if (plan.isWalk()) {
            json.writeStringField("next", any ? links.with("cursor", plan.cursorAfter(keys, cursors)) : null);
        } else if (plan.asksForOneMore()) {
            json.writeStringField("next", any ? links.page(plan.page() + 1) : null);
        }
        json.writeEndObject();
    }

    private static List<@Nullable String> keys(ResultSet results) throws SQLException {
        return Arrays.asList((String[]) results.getArray(Plan.KEYS).getArray());
    }

    static void writeRow(JsonGenerator json, ResultSet results, List<Column> columns, List<Expansion> expansions)
            throws SQLException, IOException {
        json.writeStartObject();
        int index = FIRST_COLUMN;
        for (Column column : columns) {
            if (!expansions.isEmpty()
                    && Expansion.named(expansions, column.name()).isPresent()) {
                // The row that it leads to stands in its place.
                index++;
                continue;
            }
            json.writeFieldName(column.name());
            if (column.isId()) {
                json.writeString(id(results).toString());
            } else {
                writeValue(json, results, index++, column);
            }
        }
        for (Expansion expansion : expansions) {
            json.writeFieldName(expansion.name());
            json.writeRawValue(Objects.requireNonNullElse(results.getString(index++), "null"));
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, ResultSet results, int index, Column column)
            throws SQLException, IOException {
        switch (column.wire()) {
            case INTEGER, BIGINT -> {
                long number = results.getLong(index);
                if (results.wasNull()) {
                    json.writeNull();
                } else if (column.prefix().isEmpty()) {
                    json.writeNumber(number);
                } else {
                    json.writeString(column.prefix() + number);
                }
            }
            case FLOAT -> {
                double number = results.getDouble(index);
                if (results.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeNumber(number);
                }
            }
            case BOOLEAN -> {
                boolean flag = results.getBoolean(index);
                if (results.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeBoolean(flag);
                }
            }
            case DECIMAL -> {
                BigDecimal number = results.getBigDecimal(index);
                json.writeNumber(number == null ? "null" : number.toPlainString());
            }
            case JSON -> json.writeRawValue(Objects.requireNonNullElse(results.getString(index), "null"));
            case TEXT_ARRAY -> {
                Array array = results.getArray(index);
                json.writePOJO(array == null ? null : array.getArray());
            }
            case TEXT, UUID, DATE, TIME, TIMESTAMP -> json.writeString(text(results, index, column));
        }
    }

    /** A value as a number, a truth or text; null for none. */
    static @Nullable Object plain(ResultSet results, int index, Column column) throws SQLException {
        return switch (column.wire()) {
            case INTEGER, BIGINT, DECIMAL -> {
                BigDecimal number = results.getBigDecimal(index);
                yield number == null || column.prefix().isEmpty() ? number : column.prefix() + number;
            }
            case FLOAT -> {
                double number = results.getDouble(index);
                yield results.wasNull() ? null : number;
            }
            case BOOLEAN -> {
                boolean flag = results.getBoolean(index);
                yield results.wasNull() ? null : flag;
            }
            case TEXT_ARRAY -> {
                Array array = results.getArray(index);
                yield array == null ? null : joined((String[]) array.getArray());
            }
            case JSON -> results.getString(index);
            case TEXT, UUID, DATE, TIME, TIMESTAMP -> text(results, index, column);
        };
    }

    private static String joined(String[] elements) {
        String joined = String.join("|", elements);
        return String.join("", elements).indexOf('|') < 0 ? joined : Json.text(elements);
    }

    private static @Nullable String text(ResultSet results, int index, Column column) throws SQLException {
        return switch (column.wire()) {
            case UUID -> Objects.toString(results.getObject(index, UUID.class), null);
            case DATE -> Objects.toString(results.getObject(index, LocalDate.class), null);
            case TIME -> {
                LocalTime time = results.getObject(index, LocalTime.class);
                yield time == null ? null : DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            }
            case TIMESTAMP -> {
                OffsetDateTime moment = results.getObject(index, OffsetDateTime.class);
                yield moment == null ? null : Timestamps.text(moment);
            }
            default -> results.getString(index);
        };
    }

    private static UUID id(ResultSet results) throws SQLException {
        return Objects.requireNonNull(results.getObject(2, UUID.class));
    }
}
