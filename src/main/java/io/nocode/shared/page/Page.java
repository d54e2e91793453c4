package io.nocode.shared.page;

import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.rest.Untagged;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param count how many there are on all pages; null where nobody counted
 * @param next the URL of the next page, or null on the last
 * @param previous the URL of the page before, or null on the first
 */
public record Page<T>(
        @Nullable Long count,
        @Nullable String next,
        @Nullable String previous,
        List<T> results) implements Untagged {

    /** The page of these results, with links made from the request that is being answered. */
    public static <T> Page<T> of(PageRequest asked, long count, List<T> results) {
        boolean more = asked.offset() + asked.size() < count;
        return new Page<>(
                count,
                more ? RequestContext.urlWith("page", String.valueOf(asked.number() + 1)) : null,
                asked.number() > 1 ? RequestContext.urlWith("page", String.valueOf(asked.number() - 1)) : null,
                results);
    }

    /** The page that was asked for out of a list that is all there. */
    public static <T> Page<T> slice(PageRequest asked, List<T> all) {
        int from = (int) Math.min(asked.offset(), all.size());
        return of(asked, all.size(), all.subList(from, Math.min(from + asked.size(), all.size())));
    }

    /** A step of a walk by key, whose next step begins at a cursor; null where this is the last. */
    public static <T> Page<T> walked(@Nullable String nextCursor, List<T> results) {
        return new Page<>(
                null, nextCursor == null ? null : RequestContext.urlWith("cursor", nextCursor), null, results);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(count, next, previous, results.stream().<R>map(change).toList());
    }
}
