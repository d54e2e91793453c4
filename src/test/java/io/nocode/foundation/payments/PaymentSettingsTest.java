package io.nocode.foundation.payments;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentSettingsTest {
    @Test
    void whatAProviderNeedsIsNamed() {
        assertThatCode(() -> PaymentSettings.check("manual", Optional.empty())).doesNotThrowAnyException();
        assertThatCode(() -> PaymentSettings.check("stripe", Optional.of("sk_test")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PaymentSettings.check("stripe", Optional.empty()))
                .hasMessageStartingWith("nocode.payments.stripe.secret-key is not set");
        assertThatThrownBy(() -> PaymentSettings.check("paypal", Optional.empty()))
                .hasMessageContaining("nocode.payments.provider must be manual or stripe, not 'paypal'");
    }
}
