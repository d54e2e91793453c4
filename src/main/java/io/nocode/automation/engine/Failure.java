package io.nocode.automation.engine;

/**
 * Why a step came to nothing.
 *
 * @param code for programs, such as {@code EXPRESSION}
 * @param message for the workflow's author
 * @param mayPass whether the same step could succeed later: only then is it tried again
 */
public record Failure(String code, String message, boolean mayPass) {
    /** A failure that would come again. */
    public static Failure lasting(String code, String message) {
        return new Failure(code, message, false);
    }

    /** A failure that may be gone later. */
    public static Failure passing(String code, String message) {
        return new Failure(code, message, true);
    }
}
