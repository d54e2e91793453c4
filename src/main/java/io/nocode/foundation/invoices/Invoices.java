package io.nocode.foundation.invoices;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Confinement;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.plans.Quotas;
import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invoices of organisations: seeing them, and saying that one is paid. */
@ApplicationScoped
@Transactional
public class Invoices {
    @Inject
    private InvoiceRepository repository;

    @Inject
    private Access access;

    @Inject
    private Confinement confinement;

    @Inject
    private Quotas quotas;

    @Inject
    private Invoicing invoicing;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<InvoiceSettled> settled;

    @Inject
    private Clock clock;

    Page<InvoiceView> list(
            PageRequest asked,
            @Nullable UUID organisation,
            @Nullable UUID subscription,
            @Nullable InvoiceStatus status) {
        Listing<Invoice> listing = repository
                .listing()
                .where("e.organisationId = :organisation", "organisation", organisation)
                .where("e.subscriptionId = :subscription", "subscription", subscription)
                .where("e.status = :status", "status", status)
                .search("e.number")
                .sortBy("number", "e.number")
                .sortBy("issued_at", "e.issuedAt")
                .sortBy("due_at", "e.dueAt")
                .sortBy("total", "e.total");
        return confinement
                .confine(listing, Action.BILLING_SEE, "e.organisationId")
                .page(asked)
                .map(Invoices::view);
    }

    InvoiceView find(UUID id) {
        return view(seen(id));
    }

    /** What the document of an invoice says. */
    InvoiceText text(UUID id) {
        return seen(id).text(RequestContext.currentLanguage());
    }

    /** A superuser says that an invoice is paid. */
    InvoiceView markPaid(UUID id) {
        Invoice invoice = heldBySuperuser(id);
        invoice.pay("superuser", clock.instant());
        return settled(invoice, Deed.INVOICE_PAID);
    }

    /** A superuser takes an invoice back that nobody is to pay. */
    InvoiceView takeBack(UUID id) {
        Invoice invoice = heldBySuperuser(id);
        invoice.takeBack(clock.instant());
        invoicing.takenBack(invoice, clock.instant());
        return settled(invoice, Deed.INVOICE_VOIDED);
    }

    /** What is owed by an invoice, if it is open. */
    public Optional<Due> due(UUID id) {
        return repository.find(id).filter(Invoice::isOpen).map(Invoice::due);
    }

    /**
     * A provider has told that an invoice is paid. What is paid already, or not the amount that is owed, changes
     * nothing.
     *
     * @return whether it was paid by this
     */
    public boolean paid(UUID id, BigDecimal amount, String currency, String reference) {
        Optional<Invoice> known = repository.find(id);
        if (known.isEmpty()) {
            return false;
        }
        quotas.hold(known.get().organisationId());
        Invoice invoice = repository.fresh(id);
        Due due = invoice.due();
        if (!invoice.isOpen()
                || due.total().compareTo(amount) != 0
                || !due.currency().equals(currency)) {
            return false;
        }
        invoice.pay(reference, clock.instant());
        settled(invoice, Deed.INVOICE_PAID);
        return true;
    }

    private Invoice seen(UUID id) {
        Invoice invoice = repository.require(id);
        access.require(Action.BILLING_SEE, invoice.organisationId());
        return invoice;
    }

    private Invoice heldBySuperuser(UUID id) {
        if (!CurrentUser.get().isSuperuser()) {
            throw CommonProblem.FORBIDDEN.because();
        }
        Invoice invoice = seen(id);
        quotas.hold(invoice.organisationId());
        return repository.fresh(id);
    }

    private InvoiceView settled(Invoice invoice, Deed deed) {
        repository.flush();
        InvoiceView view = view(invoice);
        audit.record(
                invoice.organisationId(),
                deed,
                invoice.id(),
                Map.of("number", view.number(), "total", view.total(), "currency", view.currency()));
        settled.fire(new InvoiceSettled(invoice.id(), invoice.organisationId(), invoice.subscriptionId()));
        return view;
    }

    private static InvoiceView view(Invoice invoice) {
        return invoice.view(RequestContext.currentLanguage());
    }
}
