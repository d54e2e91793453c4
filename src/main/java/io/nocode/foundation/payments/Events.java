package io.nocode.foundation.payments;

import io.nocode.foundation.invoices.Invoices;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What providers have told; each event counts once, whichever node it comes to. */
@ApplicationScoped
@Transactional
public class Events {
    private static final Logger LOG = Logger.getLogger(Events.class.getName());
    /** Longer than any provider sends an event again. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    @Inject
    private Database database;

    @Inject
    private Invoices invoices;

    @Inject
    private Clock clock;

    /**
     * Acts upon an event.
     *
     * @return whether it is new
     */
    boolean take(String provider, PaymentEvent event) {
        Instant now = clock.instant();
        boolean isNew = database.update(Sql.of(
                        "insert into payment_event (provider, event_id, received_at) values (?, ?, ?)"
                                + " on conflict do nothing",
                        provider,
                        event.id(),
                        now))
                == 1;
        PaymentEvent.Payment payment = event.payment();
        if (isNew
                && payment != null
                && !invoices.paid(payment.invoice(), payment.amount(), payment.currency(), payment.reference())) {
            LOG.log(Level.WARNING, "{0} tells of a payment that no open invoice asks for: {1}", new Object[] {
                provider, payment.reference()
            });
        }
        if (isNew) {
            database.update(Sql.of("delete from payment_event where received_at < ?", now.minus(REMEMBERED)));
        }
        return isNew;
    }
}
