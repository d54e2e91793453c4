package io.nocode.foundation.privacy;

/** The account is no more. */
public record ErasureDone(String message) {}
