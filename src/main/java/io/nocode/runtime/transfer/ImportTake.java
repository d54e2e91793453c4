package io.nocode.runtime.transfer;

import io.nocode.shared.batch.OwnTransactions;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Takes the rows of an import into their table. */
@Named("rowImportTake")
@Dependent
public class ImportTake extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String rowImport;

    @Inject
    private OwnTransactions transactions;

    @Inject
    private ImportRun run;

    @Override
    public String process() {
        return transactions.in(() -> {
            run.take(UUID.fromString(rowImport));
            return "COMPLETED";
        });
    }
}
