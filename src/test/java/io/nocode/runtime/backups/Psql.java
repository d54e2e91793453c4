package io.nocode.runtime.backups;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Sends a script as {@code psql -f} does: statements one by one, the lines behind a COPY as its data. */
final class Psql {
    private Psql() {}

    static void run(Connection connection, String script) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            StringBuilder statement = new StringBuilder();
            String[] lines = script.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                String line = lines[i];
                if (statement.isEmpty() && (line.isBlank() || line.startsWith("--"))) {
                    continue;
                }
                statement.append(line).append('\n');
                boolean inBody = statement.toString().split("\\$nocode\\$", -1).length % 2 == 0;
                if (!line.endsWith(";") || inBody) {
                    continue;
                }
                if (line.endsWith("from stdin;")) {
                    StringBuilder data = new StringBuilder();
                    for (i++; !lines[i].equals("\\."); i++) {
                        data.append(lines[i]).append('\n');
                    }
                    try {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(line.substring(0, line.length() - 1), new StringReader(data.toString()));
                    } catch (java.io.IOException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                } else {
                    sql.execute(statement.toString());
                }
                statement.setLength(0);
            }
        }
    }
}
