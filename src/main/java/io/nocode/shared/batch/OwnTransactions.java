package io.nocode.shared.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * Runs work outside the transaction that a batch runtime holds around each step and chunk, so that every use case in
 * it has one of its own: what a job has done is seen at once, and no second connection joins the runtime's transaction.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class OwnTransactions {
    public <T> T in(Supplier<T> work) {
        return work.get();
    }
}
