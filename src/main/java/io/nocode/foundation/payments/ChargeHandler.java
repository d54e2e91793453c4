package io.nocode.foundation.payments;

import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Asks providers for what is owed, outside of any transaction. What is declined is asked for again, days later. */
@ApplicationScoped
class ChargeHandler implements OutboxHandler {
    private static final List<Duration> AGAIN = List.of(Duration.ofDays(3), Duration.ofDays(4), Duration.ofDays(5));

    @Inject
    private Collecting collecting;

    @Inject
    private Providers providers;

    @Override
    public String kind() {
        return Collecting.KIND;
    }

    @Override
    public void handle(OutboxEntry entry) {
        UUID invoice = UUID.fromString(entry.payload().path("invoice").asText());
        int asked = entry.payload().path("asked").asInt();
        collecting.demand(invoice).ifPresent(demand -> ask(demand, asked));
    }

    @Override
    public Optional<Duration> retryAfter(int failures) {
        // A provider may be away for hours; its own keys see to it that nothing is charged twice.
        return failures >= 20 ? Optional.empty() : Optional.of(Duration.ofSeconds(1L << Math.min(failures, 13)));
    }

    private void ask(Collecting.Demand demand, int asked) {
        Charge charge = providers.named(demand.provider()).charge(demand.due(), demand.instrument(), asked);
        switch (charge.outcome()) {
            case PAID -> collecting.paid(demand.due(), Objects.requireNonNullElse(charge.reference(), ""));
            case DECLINED -> {
                if (asked < AGAIN.size()) {
                    collecting.askAgain(demand.due().invoice(), asked + 1, AGAIN.get(asked));
                }
            }
            case UNDER_WAY, BY_HAND -> {}
        }
    }
}
