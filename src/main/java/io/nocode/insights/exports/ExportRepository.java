package io.nocode.insights.exports;

import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports as they are stored. */
@ApplicationScoped
class ExportRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    void add(Export export) {
        entities.persist(export);
        // The job and the outbox go on with SQL.
        entities.flush();
    }

    Optional<Export> find(UUID id) {
        return Optional.ofNullable(entities.find(Export.class, id));
    }

    void remove(Export export) {
        entities.remove(export);
    }

    /** A page of the exports of these organisations; null for all there are. */
    Page<Export> page(@Nullable Collection<UUID> organisations, PageRequest asked) {
        if (organisations != null && organisations.isEmpty()) {
            return Page.of(asked, 0, List.of());
        }
        return Listing.of(entities, Export.class)
                .where("e.organizationId in :organisations", "organisations", organisations)
                .search("e.filename")
                .sortBy("status", "e.status")
                .page(asked);
    }
}
