package io.nocode.runtime.endusers;

/** The answer to a registration: a mail is on its way. */
public record RegisteredEndUser(String message, EndUserView user) {}
