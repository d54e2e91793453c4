package io.nocode.shared.sql;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/**
 * Has JPA take its connection for writing at the start of each transactional use case, so that it reads over the same
 * one. Otherwise it reads over another, which Open Liberty enlists as a second resource of the transaction.
 */
@Interceptor
@Transactional
@Dependent
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class OneConnection {
    @Inject
    protected Database database;

    @AroundInvoke
    @Nullable
    Object join(InvocationContext useCase) throws Exception {
        database.joinTransaction();
        return useCase.proceed();
    }
}
