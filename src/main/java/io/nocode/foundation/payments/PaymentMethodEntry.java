package io.nocode.foundation.payments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.json.Body;
import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enters payment methods: asks their provider what they are, with no transaction open, and keeps what it says. */
@ApplicationScoped
class PaymentMethodEntry {
    @Inject
    private PaymentMethods methods;

    @Inject
    private PaymentMethodRepository repository;

    @Inject
    private Providers providers;

    @Inject
    private Access access;

    PaymentMethodView add(JsonNode body) {
        CardNumbers.refuse(body);
        PaymentMethodRequest said = Body.as(body, PaymentMethodRequest.class);
        access.require(Action.BILLING_MANAGE, said.organizationId());
        if (said.providerToken() == null && said.type() != PaymentType.INVOICE) {
            throw CommonProblem.INVALID.at("provider_token", "field.required");
        }
        PaymentProvider provider = providers.of(said.type());
        return methods.add(
                said, provider.name(), ask(provider, said.organizationId(), said.type(), said.providerToken()));
    }

    PaymentMethodView merge(UUID id, JsonNode patch) {
        CardNumbers.refuse(patch);
        PaymentMethod method = methods.requireManaged(id);
        PaymentMethodUpdate now = new PaymentMethodUpdate(null, method.isDefault());
        PaymentMethodUpdate said = Body.merged(now, patch, PaymentMethodUpdate.class);
        Instrument instrument = said.providerToken() == null
                ? null
                : ask(providers.named(method.provider()), method.organisationId(), method.type(), said.providerToken());
        return methods.change(id, said.isDefault(), instrument);
    }

    private Instrument ask(PaymentProvider provider, UUID organisation, PaymentType type, @Nullable String token) {
        String customer = repository.customer(organisation, provider.name()).orElse(null);
        return provider.instrument(organisation, customer, type, token);
    }
}
