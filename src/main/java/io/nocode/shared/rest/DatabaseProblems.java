package io.nocode.shared.rest;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.transaction.SystemException;
import java.time.Duration;

/** What a fault of PostgreSQL that nobody expected means for the client. */
final class DatabaseProblems {
    private static final Duration SOON = Duration.ofSeconds(2);

    private DatabaseProblems() {}

    static Problem of(DatabaseFault fault, Throwable thrown) {
        if (fault.isUnavailable()) {
            return CommonProblem.DATABASE_UNAVAILABLE.because().retryAfter(SOON);
        }
        String state = fault.state();
        if (state.equals("23505") || state.equals("23503") || state.startsWith("40")) {
            return CommonProblem.CONFLICT.because();
        }
        if (state.equals("57014")) {
            return CommonProblem.DATABASE_UNAVAILABLE.because().retryAfter(SOON);
        }
        if (state.startsWith("22") || state.startsWith("23")) {
            return CommonProblem.INVALID.because();
        }
        return ProblemMapper.internal(thrown);
    }

    /** Whether a server's pool, its transactions or JPA say, each in their own words, that there is no connection to be had. */
    static boolean isNoConnection(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String type = cause.getClass().getSimpleName();
            if (cause instanceof java.net.ConnectException
                    || type.equals("PoolingException")
                    || type.equals("ResourceAllocationException")
                    || type.equals("ResourceException")
                    // What a transaction's end says whose connection is gone.
                    || cause instanceof SystemException) {
                return true;
            }
        }
        return false;
    }
}
