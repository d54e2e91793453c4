package io.nocode.foundation.organisations;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.users.PersonView;
import io.nocode.shared.json.Json;
import io.nocode.shared.security.Role;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Somebody's part in an organisation: first an invitation to an address, then, once accepted, an account's. */
@Entity
@Table(name = "organisation_member")
public class OrganisationMember {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    private String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    @Convert(converter = JsonConverter.class)
    private JsonNode permissions;

    @Column(name = "invited_by")
    private @Nullable UUID invitedBy;

    @Column(name = "invitation_hash")
    private @Nullable String invitationHash;

    @Column(name = "invitation_expires_at")
    private @Nullable Instant invitationExpiresAt;

    @Column(name = "joined_at")
    private @Nullable Instant joinedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected OrganisationMember() {}

    private OrganisationMember(UUID id, UUID organisation, String email, Role role, MemberStatus status, Instant now) {
        this.id = id;
        this.organisationId = organisation;
        this.email = email;
        this.role = role;
        this.status = status;
        this.permissions = Json.array();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The one who makes an organisation. */
    static OrganisationMember owner(UUID id, UUID organisation, UUID user, String email, Instant now) {
        OrganisationMember owner =
                new OrganisationMember(id, organisation, email, Role.OWNER, MemberStatus.ACTIVE, now);
        owner.userId = user;
        owner.joinedAt = now;
        return owner;
    }

    static OrganisationMember invited(UUID id, UUID organisation, String email, Instant now) {
        return new OrganisationMember(id, organisation, email, Role.VIEWER, MemberStatus.PENDING, now);
    }

    /** Opens the invitation, or opens it again under a new token. */
    void invite(UUID by, String tokenHash, Instant expiresAt, Instant now) {
        invitedBy = by;
        invitationHash = tokenHash;
        invitationExpiresAt = expiresAt;
        updatedAt = now;
    }

    void grant(Role newRole, List<String> newPermissions, Instant now) {
        role = newRole;
        permissions = Json.tree(newPermissions);
        updatedAt = now;
    }

    void accept(UUID user, Instant now) {
        userId = user;
        status = MemberStatus.ACTIVE;
        invitationHash = null;
        invitationExpiresAt = null;
        joinedAt = now;
        updatedAt = now;
    }

    boolean isOwner() {
        return role == Role.OWNER;
    }

    boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }

    /** Whether the invitation can still be accepted; one that was accepted has not expired. */
    boolean isExpired(Instant now) {
        return invitationExpiresAt != null && !now.isBefore(invitationExpiresAt);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    @Nullable
    UUID userId() {
        return userId;
    }

    String email() {
        return email;
    }

    Role role() {
        return role;
    }

    @Nullable
    UUID invitedBy() {
        return invitedBy;
    }

    List<String> permissions() {
        return StreamSupport.stream(permissions.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    MemberView view(@Nullable PersonView user) {
        return new MemberView(
                id, user, email, role, status, permissions(), invitationExpiresAt, joinedAt, createdAt, updatedAt);
    }

    InvitationView invitation(String organisationName, @Nullable String inviter) {
        return new InvitationView(
                id, organisationId, organisationName, email, role, inviter, invitationExpiresAt, createdAt, updatedAt);
    }
}
