package io.nocode.insights.exports;

import io.nocode.insights.activities.ActivityView;
import io.nocode.insights.activities.EventKey;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads events by key. The checkpoint is the key of the last event whose line is stored, and it stands beside the pieces
 * in our own table: the server's may be lost with its job repository.
 */
@Named("exportReader")
@Dependent
public class ExportReader extends AbstractItemReader {
    private static final int AT_ONCE = 1_000;

    @Inject
    @BatchProperty
    private String export;

    @Inject
    private ExportRuns runs;

    private final Deque<ActivityView> read = new ArrayDeque<>();
    private @Nullable Export open;
    private @Nullable EventKey last;
    private boolean exhausted;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        Export begun = runs.begin(UUID.fromString(export))
                .orElseThrow(() -> new IllegalStateException("The export " + export + " is not to be made."));
        last = begun.lastKey == null ? null : EventKey.parse(begun.lastKey).orElseThrow();
        open = begun;
    }

    @Override
    public @Nullable Object readItem() {
        if (read.isEmpty() && !exhausted) {
            List<ActivityView> more = runs.read(Objects.requireNonNull(open), last, AT_ONCE);
            read.addAll(more);
            exhausted = more.size() < AT_ONCE;
        }
        ActivityView next = read.poll();
        if (next != null) {
            last = EventKey.of(next);
        }
        return next;
    }
}
