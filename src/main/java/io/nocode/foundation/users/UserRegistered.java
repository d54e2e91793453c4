package io.nocode.foundation.users;

import java.util.UUID;

/** Somebody has made an account; sent within the transaction. */
public record UserRegistered(UUID userId, String email) {}
