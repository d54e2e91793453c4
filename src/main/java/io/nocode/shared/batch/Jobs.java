package io.nocode.shared.batch;

import io.nocode.shared.id.Ids;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts jobs and waits for their end. The server's job repository may forget them: what a job has done stands in our
 * own tables, and a job that is started again goes on from there. Each job's XML names the listener {@code followed}.
 */
@ApplicationScoped
public class Jobs {
    /** The job parameter by which the listener finds who waits. */
    static final String RUN = "run";

    private static final Set<BatchStatus> ENDED =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);
    /** The listener tells at once; this is for a server that ends a job without calling it. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    /**
     * Runs a job, and returns when it has ended, however it did. Call it with no transaction open.
     *
     * @param name the job's XML file, without its ending
     */
    public void run(String name, Map<String, String> parameters) throws InterruptedException {
        JobOperator operator = BatchRuntime.getJobOperator();
        Properties properties = new Properties();
        properties.putAll(parameters);
        String run = Ids.next().toString();
        properties.setProperty(RUN, run);
        CompletableFuture<Void> end = new CompletableFuture<>();
        waiting.put(run, end);
        try {
            long execution = operator.start(name, properties);
            do {
                await(end);
            } while (!end.isDone()
                    && !ENDED.contains(operator.getJobExecution(execution).getBatchStatus()));
        } finally {
            waiting.remove(run);
        }
    }

    void ended(String run) {
        CompletableFuture<Void> end = waiting.get(run);
        if (end != null) {
            end.complete(null);
        }
    }

    private static void await(CompletableFuture<Void> end) throws InterruptedException {
        try {
            end.get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException lookAgain) {
            return;
        } catch (ExecutionException neverSo) {
            throw new IllegalStateException(neverSo);
        }
    }
}
