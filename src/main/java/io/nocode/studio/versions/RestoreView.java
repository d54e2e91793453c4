package io.nocode.studio.versions;

import io.nocode.studio.documents.Changes;
import io.nocode.studio.tables.PreviewView;
import java.util.UUID;

/**
 * The draft as a version again.
 *
 * @param migration what became of the tables, with the data that have gone
 */
public record RestoreView(
        UUID projectId,
        int version,
        UUID migrationId,
        long revision,
        Changes tables,
        Changes fields,
        Changes pages,
        Changes components,
        Changes workflows,
        PreviewView migration) {}
