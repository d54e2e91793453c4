package io.nocode.insights.exports;

import io.nocode.insights.activities.ActivityView;
import io.nocode.insights.activities.EventKey;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Writes a piece of the file, in the transaction of its chunk. */
@Named("exportWriter")
@Dependent
public class ExportWriter extends AbstractItemWriter {
    @Inject
    @BatchProperty
    private String export;

    @Inject
    private ExportRuns runs;

    @Override
    public void writeItems(List<Object> items) {
        UUID id = UUID.fromString(export);
        Export stored = runs.find(id).orElseThrow(ExportWriter::gone);
        FileText file = stored.text();
        StringBuilder text = new StringBuilder(stored.chunksCount == 0 ? file.head() : "");
        boolean first = stored.chunksCount == 0;
        for (Object item : items) {
            text.append(file.line((ActivityView) item, first));
            first = false;
        }
        EventKey last = EventKey.of((ActivityView) items.get(items.size() - 1));
        if (!runs.append(id, Pieces.pack(text.toString(), stored.options()), items.size(), last)) {
            throw gone();
        }
    }

    private static IllegalStateException gone() {
        return new IllegalStateException("The export is gone.");
    }
}
