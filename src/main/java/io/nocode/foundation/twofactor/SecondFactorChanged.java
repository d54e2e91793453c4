package io.nocode.foundation.twofactor;

import java.util.UUID;

/** Somebody has turned their second factor on or off; sent within the transaction. */
public record SecondFactorChanged(UUID userId, boolean enabled) {}
