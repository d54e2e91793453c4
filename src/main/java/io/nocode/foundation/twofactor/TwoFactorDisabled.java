package io.nocode.foundation.twofactor;

/** The second factor is off. */
public record TwoFactorDisabled(String message, boolean twoFactorEnabled) {}
