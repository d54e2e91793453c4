package io.nocode.runtime.apps;

import io.nocode.shared.batch.OwnTransactions;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** The one step of the job `generation`. */
@Named("generateStep")
@Dependent
public class GenerateStep extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String app;

    @Inject
    private OwnTransactions transactions;

    @Inject
    private Generation generation;

    @Override
    public String process() {
        return transactions.in(() -> {
            generation.run(UUID.fromString(app));
            return "DONE";
        });
    }
}
