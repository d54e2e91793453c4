package io.nocode.foundation.organisations;

import io.nocode.foundation.plans.PlanLimits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People who work on the same projects. */
@Entity
public class Organisation {
    /** The contract's limit; a plan may set a lower one. */
    static final int MAX_MEMBERS = 1_000;

    @Id
    private UUID id;

    private String name;

    private String slug;

    private String description;

    @Enumerated(EnumType.STRING)
    private OrganisationType type;

    @Enumerated(EnumType.STRING)
    private OrganisationStatus status;

    private @Nullable String city;

    @Column(name = "max_members")
    private int maxMembers;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Organisation() {}

    Organisation(UUID id, String slug, OrganisationUpdate said, Instant now) {
        this.id = id;
        this.slug = slug;
        this.name = said.name().strip();
        this.description = Objects.requireNonNullElse(said.description(), "");
        this.type = said.type();
        this.city = said.city();
        this.status = OrganisationStatus.ACTIVE;
        this.maxMembers = MAX_MEMBERS;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The slug stays when the name changes: links keep working. */
    void describe(OrganisationUpdate said, Instant now) {
        name = said.name().strip();
        description = Objects.requireNonNullElse(said.description(), "");
        type = said.type();
        city = said.city();
        updatedAt = now;
    }

    OrganisationUpdate asUpdate() {
        return new OrganisationUpdate(name, description, type, city);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    /** The most members that it may have where its plan allows so many. */
    int maxMembers(int allowedByPlan) {
        return allowedByPlan == PlanLimits.UNLIMITED ? maxMembers : Math.min(maxMembers, allowedByPlan);
    }

    OrganisationView view(OrganisationFacts facts) {
        return new OrganisationView(
                id,
                name,
                slug,
                description,
                type,
                status,
                city,
                facts.owner(),
                facts.memberCount(),
                maxMembers(facts.membersAllowed()),
                facts.userRole(),
                facts.isOwner(),
                createdAt,
                updatedAt);
    }
}
