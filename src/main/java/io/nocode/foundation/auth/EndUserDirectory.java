package io.nocode.foundation.auth;

import io.nocode.shared.security.Caller;
import java.util.Optional;
import java.util.UUID;

/** Knows the end users of applications; the module that runs applications implements it. */
public interface EndUserDirectory {
    /**
     * The account as a caller, as it is now; empty where it is gone, closed, or another application's.
     *
     * @throws io.nocode.shared.problem.Problem where the application serves nobody at the moment
     */
    Optional<Caller> caller(UUID app, UUID account, UUID session);
}
