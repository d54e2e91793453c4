package io.nocode.runtime.endusers;

import io.nocode.foundation.users.EmailAddress;
import io.nocode.foundation.users.UserProblem;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the end users of applications. */
@ApplicationScoped
class EndUserRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    Optional<EndUser> find(UUID app, UUID id) {
        return Optional.ofNullable(entities.find(EndUser.class, id))
                .filter(user -> user.appId().equals(app));
    }

    /** The account, locked until the transaction ends; NOT_FOUND where the application has none such. */
    EndUser lock(UUID app, UUID id) {
        return Optional.ofNullable(entities.find(EndUser.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(user -> user.appId().equals(app))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** The account with this address at the application, in whatever case it is typed. */
    Optional<EndUser> findByEmail(AppDoor.Open open, String typed) {
        return entities.createQuery(
                        "select u from EndUser u where u.appId = :app and u.environment = :environment"
                                + " and u.email = :email",
                        EndUser.class)
                .setParameter("app", open.app().id())
                .setParameter("environment", open.environment())
                .setParameter("email", EmailAddress.normalised(typed))
                .getResultStream()
                .findFirst();
    }

    /**
     * Stores a new account.
     *
     * @throws io.nocode.shared.problem.Problem EMAIL_TAKEN where the address has one, also if it was made at this moment
     */
    void add(EndUser user) {
        try {
            entities.persist(user);
            entities.flush();
        } catch (PersistenceException refused) {
            if (DatabaseFault.in(refused)
                    .filter(DatabaseFault::isUniqueViolation)
                    .isPresent()) {
                throw UserProblem.EMAIL_TAKEN.at("email", "field.taken");
            }
            throw refused;
        }
    }

    void remove(EndUser user) {
        entities.remove(user);
        entities.flush();
    }

    Page<EndUser> page(
            UUID app, @Nullable Stage environment, @Nullable Boolean active, @Nullable String role, PageRequest asked) {
        return Listing.of(entities, EndUser.class)
                .where("e.appId = :app", "app", app)
                .where("e.environment = :environment", "environment", environment)
                .where("e.active = :active", "active", active)
                .where("e.role = :role", "role", role)
                .search("e.email", "e.name")
                .sortBy("email", "e.email")
                .sortBy("name", "e.name")
                .sortBy("role", "e.role")
                .page(asked);
    }
}
