package io.nocode.shared.batch;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells who waits for a job that it has ended. */
@Named("followed")
@Dependent
public class Followed implements JobListener {
    @Inject
    private JobContext job;

    @Inject
    private Jobs jobs;

    @Override
    public void beforeJob() {}

    @Override
    public void afterJob() {
        jobs.ended(BatchRuntime.getJobOperator()
                .getParameters(job.getExecutionId())
                .getProperty(Jobs.RUN, ""));
    }
}
