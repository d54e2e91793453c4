package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.batch.OwnTransactions;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.studio.tables.SchemaProblem;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A step of the job `deployment`: loads, acts, and tells; safe to repeat. A refusal ends the deployment as failed; a
 * database that is away only ends the job, which is run again.
 */
abstract class StepBatchlet extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(StepBatchlet.class.getName());
    private static final String DONE = "DONE";
    private static final String FAILED = "FAILED";
    private static final String OVER = "OVER";

    @Inject
    @BatchProperty
    private String deployment;

    @Inject
    private OwnTransactions transactions;

    @Inject
    private DeploymentRuns runs;

    private final StepName step;

    StepBatchlet(StepName step) {
        this.step = step;
    }

    /** Does the work of the step, in transactions of its own; tells what it found and did. */
    abstract ObjectNode act(Deployment of);

    @Override
    public final String process() {
        return transactions.in(this::run);
    }

    private String run() {
        UUID id = UUID.fromString(deployment);
        switch (runs.begin(id, step)) {
            case OVER:
                return OVER;
            case PASS:
                return DONE;
            default:
                break;
        }
        try {
            ObjectNode details = act(runs.find(id).orElseThrow());
            runs.succeeded(id, step, details);
            return DONE;
        } catch (Problem refused) {
            runs.failed(id, step, refused);
            return FAILED;
        } catch (RuntimeException thrown) {
            DatabaseFault fault = DatabaseFault.in(thrown).orElse(null);
            if (fault != null && fault.isUnavailable()) {
                throw thrown;
            }
            LOG.log(Level.SEVERE, thrown, () -> "The step " + step.wire() + " of the deployment " + id + " failed.");
            runs.failed(
                    id,
                    step,
                    fault != null && fault.state().equals("55P03")
                            ? SchemaProblem.TABLE_BUSY.because()
                            : CommonProblem.INTERNAL.because());
            return FAILED;
        }
    }
}
