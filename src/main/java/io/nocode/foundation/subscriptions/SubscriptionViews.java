package io.nocode.foundation.subscriptions;

import io.nocode.foundation.plans.PlanView;
import io.nocode.foundation.plans.Plans;
import io.nocode.shared.page.Page;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Completes subscriptions by their plans and their latest invoices. */
@ApplicationScoped
class SubscriptionViews {
    @Inject
    private Plans plans;

    @Inject
    private Database database;

    SubscriptionView of(Subscription subscription) {
        return subscription.view(
                plans.find(subscription.planId()),
                latest(List.of(subscription.id())).get(subscription.id()));
    }

    Page<SubscriptionView> of(Page<Subscription> page) {
        Map<UUID, PlanView> known = new HashMap<>();
        Map<UUID, UUID> invoices =
                latest(page.results().stream().map(Subscription::id).toList());
        return page.map(each -> each.view(known.computeIfAbsent(each.planId(), plans::find), invoices.get(each.id())));
    }

    private Map<UUID, UUID> latest(List<UUID> subscriptions) {
        return database
                .list(
                        Sql.of(
                                "select distinct on (subscription_id) subscription_id, id from invoice"
                                        + " where subscription_id = any (?::uuid[])"
                                        + " order by subscription_id, created_at desc, id desc",
                                subscriptions),
                        row -> Map.entry(row.uuid("subscription_id"), row.uuid("id")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
