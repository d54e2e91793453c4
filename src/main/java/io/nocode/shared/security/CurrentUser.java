package io.nocode.shared.security;

import io.nocode.shared.problem.CommonProblem;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who is asking in this thread: set by the front door for a request, and by {@link #as} for background work. */
public final class CurrentUser {
    private static final ThreadLocal<Caller> CALLER = ThreadLocal.withInitial(() -> Caller.NOBODY);

    private CurrentUser() {}

    public static Caller get() {
        return CALLER.get();
    }

    /**
     * The account that acts.
     *
     * @throws io.nocode.shared.problem.Problem UNAUTHENTICATED where nobody is signed in
     */
    public static UUID id() {
        UUID id = get().userId();
        if (id == null) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
        return id;
    }

    /**
     * The person who acts, for what is theirs alone and no API key's.
     *
     * @throws io.nocode.shared.problem.Problem UNAUTHENTICATED where nobody is signed in, FORBIDDEN for an API key
     */
    public static Caller.User person() {
        id();
        if (get() instanceof Caller.User user) {
            return user;
        }
        throw CommonProblem.FORBIDDEN.because();
    }

    /** The account that acts, or null for nobody. */
    public static @Nullable UUID idOrNull() {
        return get().userId();
    }

    /** Does something as somebody, and is who it was afterwards. */
    public static <T extends @Nullable Object> T as(Caller caller, Supplier<T> work) {
        Caller before = CALLER.get();
        CALLER.set(caller);
        try {
            return work.get();
        } finally {
            CALLER.set(before);
        }
    }

    /** For the front door alone: who asks in this thread from here on. */
    public static void set(Caller caller) {
        CALLER.set(caller);
    }

    /** For the front door alone: the request is over. */
    public static void clear() {
        CALLER.remove();
    }
}
