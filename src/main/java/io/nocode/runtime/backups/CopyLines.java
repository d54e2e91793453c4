package io.nocode.runtime.backups;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes rows as what COPY reads. */
@ApplicationScoped
class CopyLines {
    @Inject
    private Database database;

    /**
     * Writes the rows of a query, with the line before them and the one behind, and counts them.
     *
     * @param table the full name of the one that they are for
     * @param columns of that table
     * @param select gives text alone, in the order of the columns
     */
    long write(Writer out, String table, List<String> columns, Sql select) throws IOException {
        out.write(Script.copy(table, columns));
        StringBuilder line = new StringBuilder();
        long[] count = {0};
        database.each(select, row -> {
            line.setLength(0);
            for (int i = 1; i <= columns.size(); i++) {
                if (i > 1) {
                    line.append('\t');
                }
                CopyText.value(line, row.textOrNull(i));
            }
            line.append('\n');
            try {
                out.append(line);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            count[0]++;
        });
        out.write(CopyText.END + "\n");
        return count[0];
    }
}
