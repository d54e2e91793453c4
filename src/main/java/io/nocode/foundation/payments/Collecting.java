package io.nocode.foundation.payments;

import io.nocode.foundation.invoices.Due;
import io.nocode.foundation.invoices.InvoiceIssued;
import io.nocode.foundation.invoices.Invoices;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is to be collected: asked for when an invoice is issued, noted when there is money. */
@ApplicationScoped
@Transactional
public class Collecting {
    static final String KIND = "invoice-charge";

    /** What to ask, and whom. */
    record Demand(Due due, String provider, Instrument instrument) {}

    @Inject
    private Invoices invoices;

    @Inject
    private PaymentMethodRepository methods;

    @Inject
    private Outbox outbox;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    void begin(@Observes InvoiceIssued issued) {
        if (demand(issued.invoiceId()).isPresent()) {
            outbox.put(KIND, Map.of("invoice", issued.invoiceId()));
        }
    }

    /** Asks again later for what was declined. */
    void askAgain(UUID invoice, int asked, Duration wait) {
        Instant then = clock.instant().plus(wait);
        outbox.put(KIND, Map.of("invoice", invoice, "asked", asked), invoice + "/" + asked, then);
    }

    /** What is to be asked for an invoice; empty where it is open no more, or a provider has nothing to charge. */
    Optional<Demand> demand(UUID invoice) {
        return invoices.due(invoice).flatMap(due -> method(due).map(method -> demand(due, method)));
    }

    void paid(Due due, String reference) {
        invoices.paid(due.invoice(), due.total(), due.currency(), reference);
    }

    private Optional<PaymentMethod> method(Due due) {
        UUID agreed = due.paymentMethod();
        Optional<PaymentMethod> method = agreed == null ? Optional.empty() : methods.find(agreed);
        return method.or(() -> methods.theDefault(due.organisation()))
                .filter(found -> !found.provider().equals(ManualProvider.NAME));
    }

    private Demand demand(Due due, PaymentMethod method) {
        String sealed = method.sealedToken();
        return new Demand(
                due,
                method.provider(),
                Instrument.of(method.providerCustomer(), sealed == null ? null : vault.openText(sealed)));
    }
}
