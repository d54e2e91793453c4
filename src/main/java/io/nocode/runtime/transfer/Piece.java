package io.nocode.runtime.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.records.Intake;
import io.nocode.runtime.records.OpenTable;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Messages;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.ValueFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some rows of a file on their way into a table. */
final class Piece {
    private final OpenTable open;
    private final List<FileRow> rows;
    private final Locale language;
    private final List<ObjectNode> bodies;
    private final List<@Nullable String> reasons;

    private Piece(OpenTable open, List<FileRow> rows, Locale language) {
        this.open = open;
        this.rows = rows;
        this.language = language;
        this.bodies = new ArrayList<>(rows.size());
        this.reasons = new ArrayList<>(rows.size());
    }

    /** Reads the cells as what the table's columns hold. */
    static Piece read(
            OpenTable open, List<FileRow> rows, Mapping mapping, Cells cells, Relations relations, Locale language) {
        Piece piece = new Piece(open, rows, language);
        Map<Column, Set<String>> names = new LinkedHashMap<>();
        for (FileRow row : rows) {
            piece.bodies.add(Json.object());
            piece.reasons.add(row.wrong() == null ? null : piece.sentence(row.wrong()));
            if (row.wrong() == null) {
                piece.read(row, mapping, cells, names);
            }
        }
        names.forEach((column, called) -> relations.learn(open, column, called));
        piece.resolve(names.keySet(), relations);
        return piece;
    }

    private void read(FileRow row, Mapping mapping, Cells cells, Map<Column, Set<String>> names) {
        int at = bodies.size() - 1;
        ObjectNode body = bodies.get(at);
        for (int i = 0; i < row.values().size(); i++) {
            String name = row.names().get(i);
            try {
                Column column = mapping.column(name).orElse(null);
                if (column == null) {
                    continue;
                }
                JsonNode value = cells.read(column, row.values().get(i));
                if (value.isNull() && !(row.values().get(i) instanceof JsonNode) && takesDefault(column)) {
                    continue;
                }
                if (value.isTextual() && Relations.isName(column, value.textValue())) {
                    names.computeIfAbsent(column, each -> new LinkedHashSet<>()).add(value.textValue());
                }
                body.set(column.name(), value);
            } catch (ValueFault wrong) {
                blame(at, name, wrong.fault());
            } catch (Mapping.UnknownColumn unknown) {
                blame(at, name, new Fault("field.unknown"));
            }
        }
    }

    /** An empty cell is nothing; where there must be something, it is the default. */
    private static boolean takesDefault(Column column) {
        Field field = column.field();
        return field != null && field.required() && field.hasDefault();
    }

    private void resolve(Set<Column> columns, Relations relations) {
        for (Column column : columns) {
            for (int i = 0; i < bodies.size(); i++) {
                JsonNode value = bodies.get(i).path(column.name());
                if (value.isTextual() && Relations.isName(column, value.textValue())) {
                    try {
                        bodies.get(i)
                                .set(
                                        column.name(),
                                        new TextNode(relations
                                                .find(column, value.textValue())
                                                .toString()));
                    } catch (ValueFault wrong) {
                        blame(i, column.name(), wrong.fault());
                    }
                }
            }
        }
    }

    private void blame(int at, String name, Fault fault) {
        String before = reasons.get(at);
        reasons.set(at, (before == null ? "" : before + " ") + name + ": " + sentence(fault));
    }

    private String sentence(Fault fault) {
        return Messages.text(language, fault.key(), fault.words());
    }

    /** Writes those rows of which nothing is wrong yet, and counts them all. */
    void take(Intake.Pieces into, Intake.Manner manner, Tally tally) {
        List<ObjectNode> good = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            if (reasons.get(i) == null) {
                good.add(bodies.get(i));
            }
        }
        List<@Nullable String> refused = into.take(open, manner, good);
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            String reason = reasons.get(i);
            tally.add(rows.get(i), reason == null ? refused.get(next++) : reason);
        }
    }
}
