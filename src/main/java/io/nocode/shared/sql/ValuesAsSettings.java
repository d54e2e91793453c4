package io.nocode.shared.sql;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a query with values one without: each value is bound to a setting of the transaction, and the query reads the
 * setting. So also where PostgreSQL takes no parameters, no value is ever part of a text of SQL.
 */
final class ValuesAsSettings {
    private static final String NAME = "nocode.value_";

    private ValuesAsSettings() {}

    /** The text of the query for this transaction. */
    static String text(Connection connection, Sql query) throws SQLException {
        if (query.values().isEmpty()) {
            return withEach(query.text(), List.of());
        }
        List<String> types = new ArrayList<>();
        try (PreparedStatement statement = Database.prepare(connection, query)) {
            ParameterMetaData parameters = statement.getParameterMetaData();
            for (int i = 1; i <= query.values().size(); i++) {
                types.add(parameters.getParameterTypeName(i));
            }
        }
        List<String> reads = new ArrayList<>();
        List<Sql> settings = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String type = Identifier.of(types.get(i)).quoted();
            Object value = query.values().get(i);
            if (value == null) {
                reads.add("cast(null as " + type + ")");
                continue;
            }
            settings.add(Sql.of("set_config('" + NAME + i + "', cast(cast(? as " + type + ") as text), true)", value));
            reads.add("cast(current_setting('" + NAME + i + "') as " + type + ")");
        }
        if (!settings.isEmpty()) {
            try (PreparedStatement statement =
                    Database.prepare(connection, Sql.of("select ").then(Sql.join(", ", settings)))) {
                statement.execute();
            }
        }
        return withEach(query.text(), reads);
    }

    /** The text with something in the place of each question mark, but for those within literals and names. */
    static String withEach(String text, List<String> places) {
        StringBuilder all = new StringBuilder(text.length() + places.size() * 50);
        int next = 0;
        char within = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (within != 0) {
                within = letter == within ? 0 : within;
            } else if (letter == '\'' || letter == '"') {
                within = letter;
            } else if (letter == '?') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '?') {
                    // An operator's question mark stands twice in what the driver reads.
                    i++;
                } else {
                    all.append(place(places, next++));
                    continue;
                }
            }
            all.append(letter);
        }
        if (next != places.size()) {
            throw new IllegalArgumentException("A query with " + next + " places and " + places.size() + " values.");
        }
        return all.toString();
    }

    private static String place(List<String> places, int index) {
        if (index >= places.size()) {
            throw new IllegalArgumentException("A query with more places than values.");
        }
        return places.get(index);
    }
}
