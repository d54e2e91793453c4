package io.nocode.foundation.subscriptions;

import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plans, for anybody to see. */
@ApplicationScoped
@Transactional
public class Plans {
    private static final int MOST_COMPARED = 10;

    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    Page<PlanView> list(PageRequest asked) {
        return Listing.of(entities, SubscriptionPlan.class)
                .search("e.name", "e.description")
                .sortBy("name", "e.name")
                .sortBy("price", "e.price")
                .defaultSort("e.position asc")
                .page(asked)
                .map(SubscriptionPlan::view);
    }

    PlanView find(UUID id) {
        return Optional.ofNullable(entities.find(SubscriptionPlan.class, id))
                .map(SubscriptionPlan::view)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
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
}
