package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import io.nocode.studio.tables.Loss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment would change.
 *
 * @param fromVersion what is live; null for nothing
 * @param steps in their order; none where the version is live already
 * @param dataLoss rows of tables and values of fields that would go
 * @param restores what would come back from the backups of earlier deployments
 * @param drift what somebody has changed by hand in the environment: it is not overwritten
 */
public record PlanView(
        Stage environment,
        @Nullable Integer fromVersion,
        int version,
        List<PlanStep> steps,
        List<Loss> dataLoss,
        List<Restored> restores,
        List<Drift> drift) {
    /**
     * Data that would come back.
     *
     * @param field null for the rows of a whole table; options.revisions for their history
     */
    public record Restored(String table, @Nullable String field) {
        static Restored of(Return back) {
            return new Restored(back.table().name(), back.name());
        }
    }
}
