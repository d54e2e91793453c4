package io.nocode.foundation.auth;

/** A sentence for a person: it is done. */
public record Done(String message) {}
