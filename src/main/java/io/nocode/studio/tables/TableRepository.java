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

    /** Makes what is stored for a project, which is {@code now}, equal to these tables. */
    void store(UUID project, List<TableSchema> now, List<TableSchema> wanted, UUID who, Instant at) {
        Map<UUID, TableSchema> stored = now.stream().collect(Collectors.toMap(TableSchema::id, Function.identity()));
        for (TableSchema table : wanted) {
            TableSchema old = stored.remove(table.id());
            if (old == null) {
                entities.persist(new TableDesign(project, table, who, at));
            } else if (!old.equals(table)) {
                find(table.id()).become(table, at);
            }
        }
        stored.keySet().forEach(gone -> entities.remove(find(gone)));
        entities.flush();
    }

    Listing<TableDesign> listing() {
        return Listing.of(entities, TableDesign.class);
    }
}
