package io.nocode.studio.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.Names;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file's rows, CSV or JSON, whatever its name says, and gathers what its columns are. */
final class Reader {
    private static final int MOST_COLUMNS = 1_000;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private final List<ColumnFacts> columns = new ArrayList<>();
    private long rows;

    private Reader() {}

    static Inference read(String fileName, byte[] content, int fieldsLimit) {
        Reader reader = new Reader();
        String text = text(content);
        String begin = text.stripLeading();
        boolean json = begin.startsWith("[") || begin.startsWith("{");
        try {
            if (json) {
                reader.json(begin);
            } else {
                reader.csv(text);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException broken) {
            throw InferenceProblem.FILE_UNREADABLE.because();
        }
        if (reader.columns.isEmpty()) {
            throw InferenceProblem.FILE_UNREADABLE.because();
        }
        return reader.inference(fileName, json ? "json" : "csv", fieldsLimit);
    }

    private Inference inference(String fileName, String format, int fieldsLimit) {
        FieldName names = new FieldName();
        ArrayNode fields = Json.array();
        List<InferredColumn> told = new ArrayList<>();
        for (ColumnFacts column : columns) {
            String name = names.of(column.header(), fields.size() + 1);
            JsonNode field = fields.add(column.field(name, fields.size())).get(fields.size() - 1);
            told.add(column.told(name, field.path("type").asText()));
        }
        String stem = fileName.replaceAll("^.*[/\\\\]", "").replaceAll("\\.[A-Za-z0-9]{1,8}$", "");
        String table = new FieldName().of(stem.isEmpty() ? "table" : stem, 1);
        if (Names.faultOfTable(table).isPresent()) {
            table = "imported";
        }
        return new Inference(table, Names.label(table), format, rows, fieldsLimit, fields, told);
    }

    private void csv(String text) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .build();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                if (line.size() > MOST_COLUMNS) {
                    throw InferenceProblem.FILE_UNREADABLE.because();
                }
                if (columns.isEmpty()) {
                    line.forEach(header -> columns.add(new ColumnFacts(header, 0)));
                    continue;
                }
                for (int i = columns.size(); i < line.size(); i++) {
                    columns.add(new ColumnFacts("", rows));
                }
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).see(i < line.size() ? line.get(i) : "", false);
                }
                rows++;
            }
        }
    }

    private void json(String text) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (var values = Json.mapper().readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                JsonNode inner = value.isObject() && value.path("results").isArray() ? value.path("results") : value;
                if (inner.isArray()) {
                    inner.forEach(all::add);
                } else {
                    all.add(inner);
                }
            }
        }
        Map<String, ColumnFacts> byName = new LinkedHashMap<>();
        for (JsonNode row : all) {
            if (!row.isObject() || byName.size() > MOST_COLUMNS) {
                throw InferenceProblem.FILE_UNREADABLE.because();
            }
            row.fieldNames()
                    .forEachRemaining(name -> byName.computeIfAbsent(name, each -> new ColumnFacts(each, rows)));
            byName.forEach((name, column) -> {
                JsonNode value = row.path(name);
                boolean isContainer = value.isContainerNode();
                column.see(
                        value.isNull() || value.isMissingNode() ? "" : isContainer ? value.toString() : value.asText(),
                        isContainer);
            });
            rows++;
        }
        columns.addAll(byName.values());
    }

    /** The one that the header has most of, outside of quotes. */
    private static char delimiter(String text) {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char letter = text.charAt(i);
            quoted ^= letter == '"';
            for (int each = 0; each < DELIMITERS.length && !quoted; each++) {
                counts[each] += letter == DELIMITERS[each] ? 1 : 0;
            }
        }
        int best = 0;
        for (int each = 1; each < counts.length; each++) {
            best = counts[each] > counts[best] ? each : best;
        }
        return DELIMITERS[best];
    }

    /** UTF-8, or what Western programs write where it is not that. */
    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
