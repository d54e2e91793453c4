package io.nocode.foundation.users;

import java.util.UUID;

/** An administrator has closed an account; sent within the transaction. */
public record AccountDeactivated(UUID userId) {}
