package io.nocode.runtime.records;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Parameters;
import io.nocode.shared.rest.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a request that reads rows is answered with, whichever way it came. */
@ApplicationScoped
class RowReads {
    @Inject
    private OpenTables tables;

    @Inject
    private TableRows rows;

    @Inject
    private RowTags tags;

    /**
     * A page of rows as JSON, with the URLs of those beside it.
     *
     * @param environment null for the project's own
     */
    byte[] list(UUID project, @Nullable String environment, String table, Parameters parameters) {
        return tables.with(
                project,
                environment,
                table,
                Action.ROWS_READ,
                open -> rows.list(open, parameters, RequestContext::urlWith));
    }

    /**
     * A row with its tag; without its content where {@code If-None-Match} has that tag.
     *
     * @param environment null for the project's own
     * @param fields as in the parameter; null for all
     */
    TaggedRow find(UUID project, @Nullable String environment, String table, UUID id, @Nullable String fields) {
        return tables.with(project, environment, table, Action.ROWS_READ, open -> {
            StoredRow row = rows.find(open, id, fields);
            String tag = tags.of(open, row, fields);
            boolean known = RowTags.isNamed(RequestContext.get().ifNoneMatch(), tag);
            return new TaggedRow(tag, known ? null : row.json());
        });
    }
}
