package io.nocode.foundation.plans;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.billing.BillingInterval;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What an organisation can subscribe to. */
@Entity
@Table(name = "subscription_plan")
public class SubscriptionPlan {
    @Id
    private UUID id;

    private String name;

    private String description;

    private BigDecimal price;

    private String currency;

    @Column(name = "billing_interval")
    private BillingInterval billingInterval;

    @Convert(converter = JsonConverter.class)
    private JsonNode features;

    @Column(name = "max_projects")
    private int maxProjects;

    @Column(name = "max_members")
    private int maxMembers;

    @Column(name = "max_storage_gb")
    private int maxStorageGb;

    @Column(name = "max_workflows")
    private int maxWorkflows;

    @Column(name = "trial_days")
    private int trialDays;

    @Column(name = "is_default")
    private boolean startedOn;

    private int position;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected SubscriptionPlan() {}

    SubscriptionPlan(UUID id, int position, PlanUpdate said, Instant now) {
        this.id = id;
        this.position = position;
        this.createdAt = now;
        offer(said, now);
    }

    final void offer(PlanUpdate said, Instant now) {
        name = said.name().strip();
        description = Objects.requireNonNullElse(said.description(), "");
        price = said.price().setScale(2, RoundingMode.UNNECESSARY);
        currency = said.currency();
        billingInterval = said.billingInterval();
        features = Json.tree(Objects.requireNonNullElse(said.features(), List.of()));
        maxProjects = said.limits().maxProjects();
        maxMembers = said.limits().maxMembers();
        maxStorageGb = said.limits().maxStorageGb();
        maxWorkflows = said.limits().maxWorkflows();
        trialDays = said.trialDays();
        updatedAt = now;
    }

    PlanUpdate asUpdate() {
        return new PlanUpdate(name, description, price, currency, billingInterval, sentences(), limits(), trialDays);
    }

    /** Whether new organisations start on it. */
    boolean isStartedOn() {
        return startedOn;
    }

    PlanView view() {
        return new PlanView(
                id,
                name,
                description,
                price,
                currency,
                billingInterval,
                sentences(),
                limits(),
                trialDays,
                createdAt,
                updatedAt);
    }

    private PlanLimits limits() {
        return new PlanLimits(maxProjects, maxMembers, maxStorageGb, maxWorkflows);
    }

    private List<String> sentences() {
        return StreamSupport.stream(features.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
