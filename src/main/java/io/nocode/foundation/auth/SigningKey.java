package io.nocode.foundation.auth;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An RSA key that signs access tokens, or once did.
 *
 * @param id the {@code kid} of its tokens
 * @param full with its private half where it is the one at work
 */
record SigningKey(UUID id, RSAKey publicKey, @Nullable RSAKey full) {}
