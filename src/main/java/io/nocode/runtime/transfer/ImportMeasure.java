package io.nocode.runtime.transfer;

import io.nocode.shared.batch.OwnTransactions;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Reads the file of an import once, to know that it can be read and how many rows it has. */
@Named("rowImportMeasure")
@Dependent
public class ImportMeasure extends AbstractBatchlet {
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
            run.measure(UUID.fromString(rowImport));
            return "COMPLETED";
        });
    }
}
