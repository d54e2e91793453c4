package io.nocode.studio.tables;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.SchemaDiff;
import io.nocode.studio.schema.TableSchema;
import java.util.List;
import java.util.Locale;

/**
 * What a change would do.
 *
 * @param misfits rows that would not fit: the change would be refused
 * @param losses data that would go: the change would need consent
 */
public record PreviewView(List<StepView> steps, List<Misfits> misfits, List<Loss> losses) {
    /** What making these tables in a schema of their own would do; its name is yet to be found. */
    public static PreviewView ofNew(List<TableSchema> tables) {
        Identifier schema = Identifier.of("new");
        return new PreviewView(
                SchemaDiff.between(List.of(), tables).stream()
                        .map(step -> StepView.of(schema, step))
                        .toList(),
                List.of(),
                List.of());
    }

    /**
     * One statement.
     *
     * @param effect safe, blocking or destructive
     * @param lock the lock that PostgreSQL takes meanwhile
     */
    public record StepView(String sql, String effect, String lock) {
        public static StepView of(Identifier pgSchema, Ddl step) {
            return new StepView(step.sql(pgSchema), step.effect().name().toLowerCase(Locale.ROOT), step.lock());
        }
    }
}
