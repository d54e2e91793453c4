package io.nocode.runtime.transfer;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Fault;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON objects: the elements of one list, or one after the other. */
final class JsonRows implements FileRows {
    private final JsonParser json;
    private boolean within;
    private boolean begun;
    private boolean over;
    private long place;

    JsonRows(Reader text) throws IOException {
        json = Json.mapper().getFactory().createParser(text);
        json.setCodec(Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
    }

    @Override
    public List<String> header() {
        return List.of();
    }

    @Override
    public Optional<FileRow> next() throws IOException {
        if (over) {
            return Optional.empty();
        }
        try {
            JsonToken token = json.nextToken();
            if (!begun) {
                begun = true;
                if (token == JsonToken.START_ARRAY) {
                    within = true;
                    token = json.nextToken();
                }
            }
            if (within && token == JsonToken.END_ARRAY) {
                if (json.nextToken() != null) {
                    throw broken(json.currentLocation());
                }
                over = true;
                return Optional.empty();
            }
            if (token == null) {
                if (within) {
                    throw broken(json.currentLocation());
                }
                return Optional.empty();
            }
            long line = json.currentTokenLocation().getLineNr();
            place++;
            return Optional.of(row(within ? place : line, json.readValueAsTree()));
        } catch (JsonProcessingException broken) {
            throw broken(broken.getLocation());
        }
    }

    private static BrokenFile broken(@Nullable JsonLocation where) {
        return new BrokenFile("import.broken_json", where == null ? 1 : Math.max(1, where.getLineNr()));
    }

    static FileRow row(long line, JsonNode value) {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        if (!value.isObject()) {
            return new FileRow(line, List.of("value"), List.of(value), new Fault("field.must_be_object"));
        }
        value.properties().forEach(property -> {
            names.add(property.getKey());
            values.add(property.getValue());
        });
        return new FileRow(line, names, values, null);
    }

    @Override
    public boolean isSpreadsheet() {
        return false;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
