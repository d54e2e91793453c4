package io.nocode.studio.pages;

import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps pages. */
@ApplicationScoped
public class PageRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    /** The page; NOT_FOUND where there is none. */
    public Page find(UUID id) {
        Page found = entities.find(Page.class, id);
        if (found == null) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return found;
    }

    /** Every page of a project, in the order in which they were made. */
    public List<Page> of(UUID project) {
        return entities.createQuery(
                        "select p from Page p where p.projectId = :project order by p.createdAt, p.id", Page.class)
                .setParameter("project", project)
                .getResultList();
    }

    public Optional<Page> home(UUID project) {
        return entities.createQuery("select p from Page p where p.projectId = :project and p.home = true", Page.class)
                .setParameter("project", project)
                .getResultStream()
                .findFirst();
    }

    boolean isRouteTaken(UUID project, String route) {
        return !entities.createQuery("select p.id from Page p where p.projectId = :project and p.route = :route")
                .setParameter("project", project)
                .setParameter("route", route)
                .getResultList()
                .isEmpty();
    }

    /** The same as it is now that others have ended their changes. */
    Page refreshed(UUID id) {
        Page found = find(id);
        entities.refresh(found);
        return found;
    }

    void add(Page page) {
        entities.persist(page);
        flush();
    }

    /** Writes what has changed; ROUTE_TAKEN or HOME_TAKEN where another page stands against it. */
    void flush() {
        try {
            entities.flush();
        } catch (PersistenceException refused) {
            Optional<DatabaseFault> fault = DatabaseFault.in(refused).filter(DatabaseFault::isUniqueViolation);
            if (fault.isPresent() && fault.get().constraint().equals("page_home")) {
                throw PageProblem.HOME_TAKEN.at("is_home", "field.taken");
            }
            if (fault.isPresent()) {
                throw PageProblem.ROUTE_TAKEN.at("route", "field.taken");
            }
            throw refused;
        }
    }

    void remove(Page page) {
        entities.remove(page);
        entities.flush();
    }

    Listing<Page> listing() {
        return Listing.of(entities, Page.class);
    }
}
