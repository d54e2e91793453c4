package io.nocode.foundation.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
    private String billingInterval;

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

    private int position;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected SubscriptionPlan() {}

    PlanView view() {
        List<String> sentences = StreamSupport.stream(features.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
        return new PlanView(
                id,
                name,
                description,
                price,
                currency,
                billingInterval,
                sentences,
                new PlanLimits(maxProjects, maxMembers, maxStorageGb, maxWorkflows),
                trialDays,
                createdAt,
                updatedAt);
    }
}
