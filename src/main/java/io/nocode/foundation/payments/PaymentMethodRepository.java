package io.nocode.foundation.payments;

import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Keeps payment methods. Every change of one holds its organisation first. */
@ApplicationScoped
public class PaymentMethodRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    void add(PaymentMethod method) {
        entities.persist(method);
        entities.flush();
    }

    void remove(PaymentMethod method) {
        entities.remove(method);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    Listing<PaymentMethod> listing() {
        return Listing.of(entities, PaymentMethod.class);
    }

    Optional<PaymentMethod> find(UUID id) {
        return Optional.ofNullable(entities.find(PaymentMethod.class, id));
    }

    PaymentMethod require(UUID id) {
        return find(id).orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    /** A payment method as it is now, whatever this transaction read of it before. */
    PaymentMethod fresh(UUID id) {
        PaymentMethod method = require(id);
        try {
            entities.refresh(method);
        } catch (jakarta.persistence.EntityNotFoundException gone) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return method;
    }

    Optional<PaymentMethod> theDefault(UUID organisation) {
        return entities.createQuery(
                        "select e from PaymentMethod e where e.organisationId = :organisation and e.theDefault = true",
                        PaymentMethod.class)
                .setParameter("organisation", organisation)
                .getResultStream()
                .findFirst();
    }

    boolean hasAny(UUID organisation) {
        return entities.createQuery(
                                "select count(e) from PaymentMethod e where e.organisationId = :organisation",
                                Long.class)
                        .setParameter("organisation", organisation)
                        .getSingleResult()
                > 0;
    }

    /** By what a provider knows an organisation, if it does. */
    Optional<String> customer(UUID organisation, String provider) {
        return entities.createQuery(
                        "select e.providerCustomer from PaymentMethod e where e.organisationId = :organisation"
                                + " and e.provider = :provider and e.providerCustomer is not null",
                        String.class)
                .setParameter("organisation", organisation)
                .setParameter("provider", provider)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
