package io.nocode.shared.problem;

/** The refusals that every endpoint may give. */
public enum CommonProblem implements Reason {
    /** The body is not JSON, or not JSON as this product takes it. */
    MALFORMED_JSON(400),
    /** A property or parameter has a value that it cannot have. */
    INVALID(400),
    /** A property that the endpoint does not know. */
    UNKNOWN_FIELD(400),
    /** A query parameter that the endpoint does not know. */
    UNKNOWN_PARAMETER(400),
    /** A URL that could be read in two ways. */
    MALFORMED_URL(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    /** What is stored stands against it. */
    CONFLICT(409),
    /** The same Idempotency-Key came with another body, or is being worked on. */
    IDEMPOTENCY_CONFLICT(409),
    /** If-Match did not match: somebody was faster. */
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    /** The database cannot be reached. */
    DATABASE_UNAVAILABLE(503);

    private final int status;

    CommonProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
