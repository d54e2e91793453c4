package io.nocode.foundation.invoices;

import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Keeps invoices. */
@ApplicationScoped
public class InvoiceRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    void add(Invoice invoice) {
        entities.persist(invoice);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    Listing<Invoice> listing() {
        return Listing.of(entities, Invoice.class);
    }

    Optional<Invoice> find(UUID id) {
        return Optional.ofNullable(entities.find(Invoice.class, id));
    }

    Invoice require(UUID id) {
        return find(id).orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    /** An invoice as it is now, whatever this transaction read of it before. Its organisation is held. */
    Invoice fresh(UUID id) {
        Invoice invoice = require(id);
        entities.refresh(invoice);
        return invoice;
    }
}
