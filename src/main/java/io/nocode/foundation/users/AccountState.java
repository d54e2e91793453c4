package io.nocode.foundation.users;

/** What decides at each request whether an account may go on. */
public record AccountState(String email, boolean active, boolean superuser) {}
