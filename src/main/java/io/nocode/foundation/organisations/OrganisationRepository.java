package io.nocode.foundation.organisations;

import io.nocode.foundation.users.EmailAddress;
import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Keeps organisations and their members. Every change of members locks the organisation first. */
@ApplicationScoped
public class OrganisationRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    Organisation require(UUID id) {
        return Optional.ofNullable(entities.find(Organisation.class, id))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    Organisation lock(UUID id) {
        return Optional.ofNullable(entities.find(Organisation.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    void add(Object entity) {
        entities.persist(entity);
        entities.flush();
    }

    void remove(Object entity) {
        entities.remove(entity);
        entities.flush();
    }

    /** Writes what has changed so far. */
    void flush() {
        entities.flush();
    }

    Listing<Organisation> organisations() {
        return Listing.of(entities, Organisation.class);
    }

    Listing<OrganisationMember> members() {
        return Listing.of(entities, OrganisationMember.class);
    }

    OrganisationMember member(UUID organisation, UUID id) {
        return Optional.ofNullable(entities.find(OrganisationMember.class, id))
                .filter(member -> member.organisationId().equals(organisation))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    Optional<OrganisationMember> memberByEmail(UUID organisation, String typed) {
        return entities.createQuery(
                        "select m from OrganisationMember m where m.organisationId = :organisation"
                                + " and m.email = :email",
                        OrganisationMember.class)
                .setParameter("organisation", organisation)
                .setParameter("email", EmailAddress.normalised(typed))
                .getResultStream()
                .findFirst();
    }

    Optional<OrganisationMember> memberByUser(UUID organisation, UUID user) {
        return entities.createQuery(
                        "select m from OrganisationMember m where m.organisationId = :organisation"
                                + " and m.userId = :user",
                        OrganisationMember.class)
                .setParameter("organisation", organisation)
                .setParameter("user", user)
                .getResultStream()
                .findFirst();
    }

    Optional<OrganisationMember> owner(UUID organisation) {
        return entities.createQuery(
                        "select m from OrganisationMember m where m.organisationId = :organisation"
                                + " and m.role = io.nocode.shared.security.Role.OWNER",
                        OrganisationMember.class)
                .setParameter("organisation", organisation)
                .getResultStream()
                .findFirst();
    }

    Optional<OrganisationMember> invitation(String tokenHash) {
        return entities.createQuery(
                        "select m from OrganisationMember m where m.invitationHash = :hash", OrganisationMember.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    Optional<OrganisationMember> invitation(UUID id) {
        return Optional.ofNullable(entities.find(OrganisationMember.class, id)).filter(member -> !member.isActive());
    }
}
