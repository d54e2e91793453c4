package io.nocode.runtime.transfer;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.records.AllRows;
import io.nocode.runtime.records.OpenTable;
import io.nocode.runtime.records.OpenTables;
import io.nocode.shared.problem.Problem;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.RelationType;
import io.nocode.studio.schema.ValueFault;
import io.nocode.studio.schema.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Finds the rows that a file points to by what people call them: by the field that the relation shows, else by one that
 * is unique in the target. Only rows that the importer may read are found.
 */
final class Relations {
    private static final Pattern UUID_TEXT =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int MOST_KNOWN = 50_000;

    private final OpenTables tables;
    private final AllRows rows;
    private final Map<String, Map<String, List<UUID>>> known = new HashMap<>();

    Relations(OpenTables tables, AllRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    /** Whether a text is looked up, and no id. */
    static boolean isName(Column column, String text) {
        return column.type() instanceof RelationType && !UUID_TEXT.matcher(text).matches();
    }

    /** Looks up what of these is not known yet. */
    void learn(OpenTable open, Column relation, Collection<String> names) {
        Map<String, List<UUID>> found = known.computeIfAbsent(relation.name(), each -> new HashMap<>());
        if (found.size() > MOST_KNOWN) {
            found.clear();
        }
        Set<String> missing = new HashSet<>(names);
        missing.removeIf(found::containsKey);
        LiveTable target = open.table().target(relation).orElse(null);
        if (missing.isEmpty() || target == null) {
            return;
        }
        try {
            tables.with(open.project().id(), open.environment(), target.name(), Action.ROWS_READ, there -> {
                for (Column column : callNames(there, relation)) {
                    rows.idsBy(there, column, missing).forEach((name, ids) -> {
                        found.put(name, ids);
                        missing.remove(name);
                    });
                }
                return true;
            });
        } catch (Problem mayNot) {
            // Then nothing is found there.
        }
        missing.forEach(name -> found.put(name, List.of()));
    }

    /**
     * The row of that name.
     *
     * @throws ValueFault where there is none, or several
     */
    UUID find(Column relation, String name) {
        List<UUID> ids = known.getOrDefault(relation.name(), Map.of()).getOrDefault(name, List.of());
        if (ids.size() != 1) {
            throw new ValueFault(ids.isEmpty() ? "field.no_such_row" : "import.several_rows", name);
        }
        return ids.get(0);
    }

    private static List<Column> callNames(OpenTable there, Column relation) {
        String shown = relation.type() instanceof RelationType type ? type.displayField() : "";
        List<Column> columns = new ArrayList<>();
        for (Column column : there.table().columns()) {
            Field field = column.field();
            boolean fits = column.wire() == Wire.TEXT
                    || column.prefix().isEmpty() && (column.wire() == Wire.INTEGER || column.wire() == Wire.BIGINT);
            if (field != null && fits && there.permits().reads(there.table(), column)) {
                if (column.name().equals(shown)) {
                    columns.add(0, column);
                } else if (field.isUnique()) {
                    columns.add(column);
                }
            }
        }
        return columns;
    }
}
