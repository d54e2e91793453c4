package io.nocode.studio.tables;

import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the tables of drafts. */
@ApplicationScoped
class TableRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    /** The table; NOT_FOUND where there is none. */
    TableDesign find(UUID id) {
        TableDesign found = entities.find(TableDesign.class, id);
        if (found == null) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return found;
    }

    /** Every table of a project, by name. */
    List<TableDesign> of(UUID project) {
        return entities.createQuery(
                        "select t from TableDesign t where t.projectId = :project order by t.name", TableDesign.class)
                .setParameter("project", project)
                .getResultList();
    }

    /** The same as it is now that others have ended their changes. */
    TableDesign refreshed(UUID id) {
        TableDesign found = find(id);
        entities.refresh(found);
        return found;
    }

    /** Makes what is stored for a project equal to these tables. */
    void store(UUID project, List<TableSchema> wanted, UUID who, Instant now) {
        Map<UUID, TableDesign> stored = entities.createQuery(
                        "select t from TableDesign t where t.projectId = :project", TableDesign.class)
                .setParameter("project", project)
                .getResultStream()
                .collect(Collectors.toMap(TableDesign::id, Function.identity()));
        for (TableSchema table : wanted) {
            TableDesign design = stored.remove(table.id());
            if (design == null) {
                entities.persist(new TableDesign(project, table, who, now));
            } else if (!design.schema().equals(table)) {
                design.become(table, now);
            }
        }
        stored.values().forEach(entities::remove);
        entities.flush();
    }

    Listing<TableDesign> listing() {
        return Listing.of(entities, TableDesign.class);
    }
}
