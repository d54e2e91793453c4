package io.nocode.runtime.apps;

import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Applications as they are stored. */
@ApplicationScoped
public class AppRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    void add(App app) {
        entities.persist(app);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    void remove(App app) {
        entities.remove(app);
    }

    public Optional<App> find(UUID id) {
        return Optional.ofNullable(entities.find(App.class, id));
    }

    /** The application as it is now, and nobody else changes it before this transaction ends. */
    public Optional<App> lock(UUID id) {
        return Optional.ofNullable(entities.find(App.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<App> bySlug(String slug) {
        return entities.createQuery("select a from App a where a.slug = :slug", App.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    Page<App> page(AppScope scope, AppFilter filter, PageRequest asked) {
        if (scope.isEmpty()) {
            return Page.of(asked, 0, java.util.List.of());
        }
        return Listing.of(entities, App.class)
                .where("e.organizationId in :organizations", "organizations", scope.organizations())
                .where("e.projectId in :projects", "projects", scope.projects())
                .where("e.projectId = :project", "project", filter.project())
                .where("e.environment = :environment", "environment", filter.environment())
                .where("e.status = :status", "status", filter.status())
                .search("e.name", "e.slug")
                .sortBy("name", "e.name")
                .sortBy("slug", "e.slug")
                .sortBy("status", "e.status")
                .page(asked);
    }
}
