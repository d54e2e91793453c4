package io.nocode.shared.rest;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * What the transaction's end throws is answered like everything else: Jersey has a mapper of its own for just this
 * type, which fails where the cause is no exception of the application.
 */
@Provider
public class TransactionProblemMapper implements ExceptionMapper<TransactionalException> {
    private final ProblemMapper problems = new ProblemMapper();

    @Override
    public Response toResponse(TransactionalException thrown) {
        return problems.toResponse(thrown);
    }
}
