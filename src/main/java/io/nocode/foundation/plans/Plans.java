package io.nocode.foundation.plans;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plans: for anybody to see, for superusers to change. */
@ApplicationScoped
@Transactional
public class Plans {
    private static final int MOST_COMPARED = 10;

    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    Page<PlanView> list(PageRequest asked) {
        return Listing.of(entities, SubscriptionPlan.class)
                .search("e.name", "e.description")
                .sortBy("name", "e.name")
                .sortBy("price", "e.price")
                .defaultSort("e.position asc")
                .page(asked)
                .map(SubscriptionPlan::view);
    }

    /** A plan; NOT_FOUND where there is none. */
    public PlanView find(UUID id) {
        return Optional.ofNullable(entities.find(SubscriptionPlan.class, id))
                .map(SubscriptionPlan::view)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    /** The plan that new organisations start on. */
    public PlanView startedOn() {
        return entities.createQuery("select e from SubscriptionPlan e where e.startedOn = true", SubscriptionPlan.class)
                .getSingleResult()
                .view();
    }

    /**
     * @param ids separated by commas
     */
    PlanComparison compare(@Nullable String ids) {
        if (ids == null || ids.isBlank()) {
            throw CommonProblem.INVALID.at("ids", "field.required");
        }
        try {
            return new PlanComparison(Arrays.stream(ids.split(",", MOST_COMPARED))
                    .map(id -> find(UUID.fromString(id.strip())))
                    .toList());
        } catch (IllegalArgumentException noUuid) {
            throw CommonProblem.INVALID.at("ids", "field.must_be.uuid");
        }
    }

    PlanView create(PlanUpdate said) {
        requireSuperuser();
        // One new plan at a time: each comes after those that there are.
        database.execute(List.of("lock table subscription_plan in share row exclusive mode"));
        int last = database.first(Sql.of("select coalesce(max(position), 0) as last from subscription_plan"), row ->
                        (int) row.number("last"))
                .orElse(0);
        SubscriptionPlan plan = new SubscriptionPlan(Ids.next(), last + 1, said, clock.instant());
        entities.persist(plan);
        flush();
        return plan.view();
    }

    PlanView replace(UUID id, PlanUpdate said) {
        return offer(lock(id), said);
    }

    PlanView merge(UUID id, JsonNode patch) {
        SubscriptionPlan plan = lock(id);
        return offer(plan, Body.merged(plan.asUpdate(), patch, PlanUpdate.class));
    }

    /** Takes a plan away that nobody is on or was, and nobody starts on. */
    void delete(UUID id) {
        SubscriptionPlan plan = lock(id);
        if (plan.isStartedOn() || database.exists(Sql.of("select 1 from subscription where plan_id = ?", id))) {
            throw PlanProblem.PLAN_IN_USE.because();
        }
        entities.remove(plan);
        entities.flush();
    }

    private SubscriptionPlan lock(UUID id) {
        requireSuperuser();
        SubscriptionPlan plan = Optional.ofNullable(
                        entities.find(SubscriptionPlan.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
        Preconditions.check(plan::view);
        return plan;
    }

    private PlanView offer(SubscriptionPlan plan, PlanUpdate said) {
        plan.offer(said, clock.instant());
        flush();
        return plan.view();
    }

    private void flush() {
        try {
            entities.flush();
        } catch (PersistenceException refused) {
            if (DatabaseFault.in(refused)
                    .filter(DatabaseFault::isUniqueViolation)
                    .isPresent()) {
                throw PlanProblem.PLAN_NAME_TAKEN.at("name", "field.taken");
            }
            throw refused;
        }
    }

    private static void requireSuperuser() {
        if (!CurrentUser.get().isSuperuser()) {
            throw CommonProblem.FORBIDDEN.because();
        }
    }
}
