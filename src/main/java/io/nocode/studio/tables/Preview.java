package io.nocode.studio.tables;

import io.nocode.foundation.access.Action;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Tells what a change of a table would do, and neither does it nor keeps anybody waiting. */
@ApplicationScoped
@Transactional
public class Preview {
    @Inject
    private Schemas schemas;

    @Inject
    private SchemaChanges changes;

    @Inject
    private DraftTables tables;

    @Inject
    private ProjectDirectory projects;

    public PreviewView of(UUID table, PreviewRequest asked) {
        TableDesign design = schemas.seen(table, Action.STUDIO_EDIT);
        TableSchema old = design.schema();
        SchemaReading reading = new SchemaReading();
        TableSchema changed = reading.updated(
                old,
                new SchemaUpdate(
                        null,
                        old.name(),
                        old.displayName(),
                        old.description(),
                        old.icon(),
                        asked.fieldsConfig(),
                        null,
                        null));
        List<TableSchema> now = tables.of(design.projectId());
        List<TableSchema> wanted = Relations.follow(now, old, changed);
        Relations.check(changed, wanted, "fields_config", reading.faults());
        reading.faults().throwIfAny();
        Identifier dev = projects.find(design.projectId()).pgSchema("dev");
        return changes.preview(dev, now, wanted);
    }
}
