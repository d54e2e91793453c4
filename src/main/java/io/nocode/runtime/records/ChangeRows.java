package io.nocode.runtime.records;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Following;
import io.nocode.runtime.query.Place;
import io.nocode.runtime.query.Snapshot;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads recorded changes, and writes them as server-sent events while it reads. */
@ApplicationScoped
public class ChangeRows {
    @Inject
    private Database database;

    /**
     * The next changes.
     *
     * @param frames the events, one after the other; empty where there is none to tell
     * @param place how far they lead
     * @param isLost whether changes are missing: recorded no more, or in a form that the table no longer has
     */
    public record Page(byte[] frames, Place place, boolean isLost) {}

    /** Reads on from a place. */
    public Page read(Following following, Place place, Snapshot to) {
        return database.connected(connection -> {
            try (PreparedStatement statement = Database.prepare(connection, following.next(place, to));
                    ResultSet results = Database.query(statement)) {
                return page(results, following.columns(), place, place.to() == null ? to : place.to());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    private static Page page(ResultSet results, List<Column> columns, Place place, Snapshot to)
            throws SQLException, IOException {
        int own = Rows.FIRST_COLUMN
                + (int) columns.stream().filter(column -> !column.isId()).count();
        ByteArrayBuilder frames = new ByteArrayBuilder(8_000);
        Place reached = place;
        boolean lost = true;
        while (results.next()) {
            lost = results.getBoolean(own + 5) || place.from().begin() < results.getLong(own + 6);
            if (lost) {
                break;
            }
            reached = results.getBoolean(own + 4)
                    ? Place.at(place.stream(), to)
                    : place.behind(to, results.getLong(own + 2), results.getLong(own + 3));
            long seq = results.getLong(1);
            if (!results.wasNull()) {
                Place at = place.behind(to, results.getLong(own + 1), seq);
                write(frames, results, columns, at, Objects.requireNonNull(results.getString(own)));
            }
        }
        return new Page(frames.toByteArray(), reached, lost);
    }

    private static void write(
            ByteArrayBuilder frames, ResultSet results, List<Column> columns, Place at, @Nullable String action)
            throws SQLException, IOException {
        frames.write(("id: " + at.id() + "\nevent: change\ndata: ").getBytes(StandardCharsets.UTF_8));
        try (JsonGenerator json = Json.mapper().getFactory().createGenerator(frames)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("action", action);
            json.writeNumberField("change", at.seq());
            json.writeStringField("id", results.getString(2));
            json.writeFieldName("row");
            if ("deleted".equals(action)) {
                json.writeNull();
            } else {
                Rows.writeRow(json, results, columns, List.of());
            }
            json.writeEndObject();
        }
        frames.write("\n\n".getBytes(StandardCharsets.UTF_8));
    }
}
