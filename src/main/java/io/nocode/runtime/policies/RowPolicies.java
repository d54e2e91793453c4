package io.nocode.runtime.policies;

import io.nocode.runtime.query.PolicyCheck;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.PolicyLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Policies ask of rows what their filters can ask: the planner says what that means. */
@ApplicationScoped
public class RowPolicies implements PolicyLanguage {
    @Override
    public void check(TableSchema table, List<TableSchema> all, String path, Faults faults) {
        PolicyCheck.check(table, all, path, faults);
    }

    @Override
    public List<TableSchema> follow(List<TableSchema> now, List<TableSchema> wanted) {
        return PolicyCheck.follow(now, wanted);
    }
}
