package io.nocode.studio.tables;

import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps policies true while tables and fields are renamed or go. */
@ApplicationScoped
class TablePolicies {
    @Inject
    private PolicyLanguage language;

    /**
     * The tables as they are wanted, with policies that follow them.
     *
     * @throws io.nocode.shared.problem.Problem FIELD_IN_POLICY where one uses what the change takes away
     */
    List<TableSchema> follow(List<TableSchema> now, List<TableSchema> wanted) {
        if (wanted.stream().allMatch(table -> table.policies().isEmpty())) {
            return wanted;
        }
        List<TableSchema> followed = language.follow(now, wanted);
        Faults faults = new Faults();
        followed.forEach(table -> language.check(table, followed, table.name() + ".policies", faults));
        if (!faults.isEmpty()) {
            throw SchemaProblem.FIELD_IN_POLICY.with(
                    Map.of("policies", new ArrayList<>(faults.byField().keySet())));
        }
        return followed;
    }

    /** Blames what is wrong with the policies of one of the tables. */
    void check(TableSchema table, List<TableSchema> all, String path, Faults faults) {
        if (!table.policies().isEmpty()) {
            language.check(table, all, path, faults);
        }
    }
}
