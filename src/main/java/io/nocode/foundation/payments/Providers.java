package io.nocode.foundation.payments;

import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The providers that there are. */
@ApplicationScoped
class Providers {
    @Inject
    @Any
    private Instance<PaymentProvider> providers;

    /** A provider by its name; NOT_FOUND where there is none. */
    PaymentProvider named(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    /** Whoever takes new payment methods of a type. */
    PaymentProvider of(PaymentType type) {
        String name = type == PaymentType.INVOICE ? ManualProvider.NAME : PaymentSettings.provider();
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nocode.payments.provider: there is no " + name + "."));
    }
}
