package io.nocode.shared.sql;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * {@link OneConnection} for use cases with a transaction of their own. Open Liberty tells interceptors of the one kind
 * from those of the other, although the annotation's value is not binding; elsewhere the second one finds nothing to do.
 */
@Interceptor
@Transactional(TxType.REQUIRES_NEW)
@Dependent
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 1)
public class OneConnectionAnew extends OneConnection {}
