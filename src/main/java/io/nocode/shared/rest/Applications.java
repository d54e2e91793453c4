package io.nocode.shared.rest;

import io.nocode.shared.security.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the front door asks about the applications that are served; the module that serves them implements it. */
public interface Applications {
    /** The application whose own host name this is; empty for every name that is the platform's or nobody's. */
    Optional<Site> atHost(String host);

    /** Whether pages of an origin may read what is answered under a path. */
    boolean welcomes(String origin, String path);

    /**
     * Counts a request that is for an application; null for one that is not.
     *
     * @throws io.nocode.shared.problem.Problem TOO_MANY_REQUESTS where the application's own limit is reached
     */
    @Nullable
    Visit visit(String path, Caller caller);

    /** An application at a host name of its own. */
    interface Site {
        /** As it stands below {@code /apps/}. */
        String name();

        /** Whether a path below {@code /api/} belongs to it; every other is nothing there. */
        boolean hasApi(String path);
    }

    /** A request on its way. */
    interface Visit {
        void answered(int status, long nanos);
    }
}
