package io.nocode.foundation.auth;

import java.time.Instant;
import java.util.UUID;

/** What an access token says whose signature and claims have been verified. */
record VerifiedToken(Realm realm, UUID user, UUID session, Instant expiresAt) {}
