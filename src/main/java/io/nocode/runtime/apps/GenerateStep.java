package io.nocode.runtime.apps;

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
    private Generation generation;

    @Override
    public String process() {
        generation.run(UUID.fromString(app));
        return "DONE";
    }
}
