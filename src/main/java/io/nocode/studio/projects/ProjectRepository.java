package io.nocode.studio.projects;

import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;

/** Keeps projects. */
@ApplicationScoped
class ProjectRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    Optional<Project> find(UUID id) {
        return Optional.ofNullable(entities.find(Project.class, id));
    }

    /** The project, locked until the transaction ends; NOT_FOUND where there is none. */
    Project lock(UUID id) {
        Project project = entities.find(Project.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (project == null) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return project;
    }

    void add(Project project) {
        entities.persist(project);
        flush();
    }

    /** Writes what has changed; NAME_TAKEN where the organisation has a project of that name. */
    void flush() {
        try {
            entities.flush();
        } catch (PersistenceException refused) {
            if (DatabaseFault.in(refused)
                    .filter(DatabaseFault::isUniqueViolation)
                    .isPresent()) {
                throw ProjectProblem.NAME_TAKEN.at("name", "field.taken");
            }
            throw refused;
        }
    }

    void remove(Project project) {
        entities.remove(project);
        entities.flush();
    }

    /** How many projects an organisation has. */
    long count(UUID organisation) {
        return entities.createQuery("select count(p) from Project p where p.organizationId = :organisation", Long.class)
                .setParameter("organisation", organisation)
                .getSingleResult();
    }

    boolean isSlugTaken(UUID organisation, String slug) {
        return !entities.createQuery(
                        "select p.id from Project p where p.organizationId = :organisation and p.slug = :slug")
                .setParameter("organisation", organisation)
                .setParameter("slug", slug)
                .getResultList()
                .isEmpty();
    }

    Listing<Project> listing() {
        return Listing.of(entities, Project.class);
    }
}
