package io.nocode.foundation.users;

import java.util.UUID;

/**
 * An account is about to be erased; sent within the transaction, while everything is there still. Whoever keeps
 * something of the person's deletes it, or makes it tell of nobody.
 *
 * @param email the address, as it was until now
 */
public record AccountErasing(UUID userId, String email) {}
