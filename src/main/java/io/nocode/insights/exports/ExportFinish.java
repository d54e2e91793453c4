package io.nocode.insights.exports;

import io.nocode.shared.batch.OwnTransactions;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Ends the file, and says that it is whole. */
@Named("exportFinish")
@Dependent
public class ExportFinish extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String export;

    @Inject
    private OwnTransactions transactions;

    @Inject
    private ExportRuns runs;

    @Override
    public String process() {
        return transactions.in(() -> {
            runs.finish(UUID.fromString(export));
            return "COMPLETED";
        });
    }
}
