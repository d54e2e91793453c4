package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** One step from one shape of tables to another: one statement of SQL, and what has to be known before it runs. */
public sealed interface Ddl
        permits CreateTable,
                DropTable,
                RenameTable,
                AddColumn,
                DropColumn,
                RenameColumn,
                ChangeType,
                AlterColumn,
                AddConstraint,
                DropConstraint,
                CreateIndex,
                DropIndex,
                RestartNumbers,
                CreateLinks,
                DropLinks,
                AimLinks,
                MoveLinks,
                HoldMember,
                ReleaseMember,
                SoftDelete,
                FollowDeletion,
                PurgeDeleted,
                HoldPresent,
                CreateRevisions,
                KeepRevisions,
                DropRevisions,
                DropTrigger,
                HoldFiles,
                ReleaseFiles,
                DropFiles {
    /** When a step runs: first whatever stands in the way goes, then names settle, then the new comes, then what it
     * has replaced goes. */
    enum Phase {
        LOOSEN,
        DROP,
        COLUMN_AWAY,
        COLUMN_RENAME,
        TABLE_AWAY,
        TABLE_RENAME,
        CREATE,
        ALTER,
        COMPUTE,
        TIGHTEN,
        RELATE,
        FINISH
    }

    /** What a step means for those who use the table. */
    enum Effect {
        /** Done in a moment, whatever the number of rows. */
        SAFE,
        /** Reads or writes every row while others wait. */
        BLOCKING,
        /** Takes data away. */
        DESTRUCTIVE
    }

    Phase phase();

    /** The table that the step is about, by the name that it has just then; empty where the step does not know. */
    default String about() {
        return "";
    }

    /** What of the table the step is about: a field, an index's columns, or a name; empty for the whole of it. */
    default String part() {
        return "";
    }

    /** The statement, for tables in this PostgreSQL schema. */
    String sql(Identifier pgSchema);

    default Effect effect() {
        return Effect.SAFE;
    }

    /** The lock that PostgreSQL takes on the table meanwhile. */
    default String lock() {
        return "ACCESS EXCLUSIVE";
    }

    /** The rows that this step cannot take; ask just before it runs. */
    default Optional<Misfit> misfit(Identifier pgSchema) {
        return Optional.empty();
    }

    /** The data that this step would take away; ask before the first step runs. */
    default Optional<Loss> loss(Identifier pgSchema) {
        return Optional.empty();
    }

    /**
     * Rows that do not fit.
     *
     * @param query gives the columns {@code id} and {@code value} (as text)
     */
    record Misfit(String table, String field, String query) {}

    /**
     * Data that would go.
     *
     * @param field empty for the whole table
     * @param query gives the column {@code count}: how many rows or values there are
     */
    record Loss(String table, String field, String query) {}

    /** A table's name with its schema. */
    static String name(Identifier pgSchema, Identifier table) {
        return pgSchema + "." + table;
    }
}
