package io.nocode.shared.security;

/** Recognises callers by the credentials they sent. Foundation implements it; the front door asks it. */
public interface Authenticator {
    /**
     * Who holds this access token.
     *
     * @throws io.nocode.shared.problem.Problem 401 where it is forged, expired, or its account or session has ended
     */
    Caller byToken(String token);

    /**
     * Whose API key this is.
     *
     * @throws io.nocode.shared.problem.Problem 401 where it is not valid
     */
    Caller byApiKey(String key);
}
