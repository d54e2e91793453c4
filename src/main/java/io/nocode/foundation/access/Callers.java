package io.nocode.foundation.access;

import io.nocode.shared.security.Caller;
import java.util.Optional;
import java.util.UUID;

/** Knows accounts as callers; whoever keeps accounts implements it. */
public interface Callers {
    /** The account as a caller; empty where it is gone or may not sign in. */
    Optional<Caller> caller(UUID account);
}
