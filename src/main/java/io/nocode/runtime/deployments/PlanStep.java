package io.nocode.runtime.deployments;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a deployment changes.
 *
 * @param action add_column, create_index, change_page, add_workflow …
 * @param kind table, column, constraint, index, relation, policy, page, workflow, setting …
 * @param table the table that it is about, by the name that it has just then; null for none
 * @param name what is changed: a field, the fields of an index, a page, a policy, a workflow; null for a whole table
 * @param sql the statement; null where only what is stored of the version changes
 * @param lock the lock that PostgreSQL takes meanwhile, or NONE
 * @param rows how many rows are read, written or taken away: exact up to 50,000, PostgreSQL's estimate beyond
 * @param effect safe, blocking or destructive
 */
public record PlanStep(
        String action,
        String kind,
        @Nullable String table,
        @Nullable String name,
        @Nullable String sql,
        String lock,
        long rows,
        String effect) {
    /** Something that changes with the version alone: nobody waits and nothing goes. */
    static PlanStep ofContent(String verb, String kind, @Nullable String table, String name) {
        return new PlanStep(verb + "_" + kind, kind, table, name, null, "NONE", 0, "safe");
    }
}
