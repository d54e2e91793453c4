package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.studio.templates.SampleRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Puts the sample rows of templates where rows belong. */
@ApplicationScoped
public class SampleRecords implements SampleRows {
    @Inject
    private Records records;

    @Override
    public String add(UUID project, String table, ObjectNode row) {
        return records.create(project, "dev", table, row).path("id").asText();
    }
}
