package io.nocode.foundation.users;

import java.util.UUID;

/** An administrator has opened a closed account again; sent within the transaction. */
public record AccountReactivated(UUID userId) {}
