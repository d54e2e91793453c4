package io.nocode.studio.components;

import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Keeps components. */
@ApplicationScoped
public class ComponentRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    /** The component; NOT_FOUND where there is none. */
    public Component find(UUID id) {
        Component found = entities.find(Component.class, id);
        if (found == null) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return found;
    }

    /** The same as it is now that others have ended their changes. */
    Component refreshed(UUID id) {
        Component found = find(id);
        entities.refresh(found);
        return found;
    }

    /** Every component of a page, as stored now. */
    public List<Component> of(UUID page) {
        return entities.createQuery("select c from Component c where c.pageId = :page", Component.class)
                .setParameter("page", page)
                .getResultList();
    }

    /** Writes what has changed. */
    void flush() {
        entities.flush();
    }

    void add(Component component) {
        entities.persist(component);
        entities.flush();
    }

    /** Takes these away: those within others after those that hold them. */
    void remove(List<Component> components) {
        components.forEach(entities::remove);
        entities.flush();
    }

    Listing<Component> listing() {
        return Listing.of(entities, Component.class);
    }
}
