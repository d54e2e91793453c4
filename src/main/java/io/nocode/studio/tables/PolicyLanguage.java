package io.nocode.studio.tables;

import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.TableSchema;
import java.util.List;

/** What the conditions of policies mean. They are filters of rows: whoever plans those implements it. */
public interface PolicyLanguage {
    /**
     * Blames every condition of a table's policies that means nothing.
     *
     * @param path of the list of policies
     */
    void check(TableSchema table, List<TableSchema> all, String path, Faults faults);

    /** The tables as they are wanted, with policies that nobody has touched following fields to their new names. */
    List<TableSchema> follow(List<TableSchema> now, List<TableSchema> wanted);
}
