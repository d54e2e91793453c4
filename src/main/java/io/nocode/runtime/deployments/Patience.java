package io.nocode.runtime.deployments;

import io.nocode.shared.problem.Problem;
import io.nocode.studio.tables.SchemaProblem;
import java.util.function.Supplier;

/** Tries again what found a table in use: each attempt waits for some seconds, and lets others pass in between. */
final class Patience {
    private static final int ATTEMPTS = 5;

    private Patience() {}

    static <T> T with(Supplier<T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return change.get();
            } catch (Problem busy) {
                if (busy.reason() != SchemaProblem.TABLE_BUSY || attempt == ATTEMPTS) {
                    throw busy;
                }
            }
        }
    }
}
