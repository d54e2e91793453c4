package io.nocode.studio.components;

import io.nocode.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query parameter {@code page}, which in this list alone means two things: the id of a page of an application, and
 * the number of a page of the list.
 */
record PageParameter(@Nullable String id, @Nullable String number) {
    private static final int LENGTH_OF_ID = 36;

    static PageParameter of(List<String> values, @Nullable String pageId) {
        String id = pageId;
        String number = null;
        for (String value : values) {
            if (value.length() == LENGTH_OF_ID) {
                id = value;
            } else {
                number = value;
            }
        }
        return new PageParameter(id, number);
    }

    /** The list with links that still ask for the page of the application. */
    <T> Page<T> keptIn(Page<T> list) {
        return new Page<>(list.count(), kept(list.next()), kept(list.previous()), list.results());
    }

    private @Nullable String kept(@Nullable String link) {
        return link == null || id == null || link.contains("page_id=") ? link : link + "&page_id=" + id;
    }
}
