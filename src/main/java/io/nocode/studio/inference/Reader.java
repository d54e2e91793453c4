package io.nocode.studio.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.csv.CsvLines;
import io.nocode.shared.csv.TextEncoding;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.Names;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a file's rows, CSV or JSON, whatever its name says, and gathers what its columns are. */
final class Reader {
    private static final int MOST_COLUMNS = 1_000;

    private final List<ColumnFacts> columns = new ArrayList<>();
    private long rows;

    private Reader() {}

    static Inference read(String fileName, byte[] content, int fieldsLimit) {
        Reader reader = new Reader();
        boolean json;
        try {
            String text = text(content);
            String begin = text.stripLeading();
            json = begin.startsWith("[") || begin.startsWith("{");
            if (json) {
                reader.json(begin);
            } else {
                reader.csv(text);
            }
        } catch (IOException | CsvLines.BrokenCsv broken) {
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
        try (CsvLines lines = new CsvLines(new StringReader(text), CsvLines.delimiter(new StringReader(text)))) {
            for (Optional<CsvLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                CsvLines.Line line = next.get();
                if (line.width() > CsvLines.MOST_CELLS) {
                    throw InferenceProblem.FILE_UNREADABLE.because();
                }
                if (columns.isEmpty()) {
                    line.cells().forEach(header -> columns.add(new ColumnFacts(cell(header), 0)));
                    continue;
                }
                for (int i = columns.size(); i < line.width(); i++) {
                    columns.add(new ColumnFacts("", rows));
                }
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).see(i < line.width() ? cell(line.cells().get(i)) : "", false);
                }
                rows++;
            }
        }
    }

    private static String cell(@Nullable String cell) {
        return Objects.requireNonNullElse(cell, "");
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

    /** The whole text, in whatever encoding it came. */
    private static String text(byte[] content) throws IOException {
        Charset encoding = TextEncoding.of(new ByteArrayInputStream(content));
        try (java.io.Reader reader = TextEncoding.reader(new ByteArrayInputStream(content), encoding)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }
}
