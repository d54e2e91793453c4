package io.nocode.foundation.auth;

import io.nocode.foundation.users.UserView;

/** The answer to a registration. */
public record Registered(String message, UserView user, boolean verificationEmailSent) {}
