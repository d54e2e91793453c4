package io.nocode.foundation.payments;

import io.nocode.shared.rest.PlatformStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Says at the start, and not to the first who pays, what of its configuration is missing. */
@ApplicationScoped
class PaymentStart {
    void check(@Observes PlatformStarted started) {
        PaymentSettings.check(PaymentSettings.provider(), PaymentSettings.stripeKey());
    }
}
