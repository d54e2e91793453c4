package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.AppScope;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deployments as they are stored. */
@ApplicationScoped
class DeploymentRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    void add(Deployment deployment) {
        entities.persist(deployment);
        entities.flush();
    }

    Optional<Deployment> find(UUID id) {
        return Optional.ofNullable(entities.find(Deployment.class, id));
    }

    /** The deployment as it is now, and nobody else changes it before this transaction ends. */
    Optional<Deployment> lock(UUID id) {
        return Optional.ofNullable(entities.find(Deployment.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The newest deployment of an application. */
    Optional<Deployment> last(UUID app) {
        return newest("select d from Deployment d where d.appId = :app order by d.createdAt desc, d.id desc", app);
    }

    /** The version that was live in an environment before the present one. */
    Optional<Integer> liveBefore(UUID project, Stage stage, int present) {
        return entities.createQuery(
                        "select d from Deployment d where d.projectId = :project and d.environment = :stage"
                                + " and d.status = :status and d.version <> :present"
                                + " order by d.completedAt desc, d.id desc",
                        Deployment.class)
                .setParameter("project", project)
                .setParameter("stage", stage)
                .setParameter("status", JobStatus.SUCCEEDED)
                .setParameter("present", present)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Deployment::version);
    }

    Page<Deployment> page(AppScope scope, DeploymentFilter filter, PageRequest asked) {
        if (scope.isEmpty()) {
            return Page.of(asked, 0, List.of());
        }
        return Listing.of(entities, Deployment.class)
                .where("e.organizationId in :organizations", "organizations", scope.organizations())
                .where("e.projectId in :projects", "projects", scope.projects())
                .where("e.appId = :app", "app", filter.app())
                .where("e.status = :status", "status", filter.status())
                .where("e.environment = :environment", "environment", filter.environment())
                .sortBy("status", "e.status")
                .sortBy("started_at", "e.startedAt")
                .sortBy("completed_at", "e.completedAt")
                .page(asked);
    }

    private Optional<Deployment> newest(String query, UUID app) {
        return entities.createQuery(query, Deployment.class)
                .setParameter("app", app)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Which deployments somebody asks for; null asks for nothing. */
    record DeploymentFilter(
            @Nullable UUID app,
            @Nullable JobStatus status,
            @Nullable Stage environment) {}
}
