package io.nocode.foundation.payments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.invoices.Due;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever collects payments: one CDI bean a provider. Its calls go outside; no transaction is open and no database
 * connection is held meanwhile.
 */
public interface PaymentProvider {
    /** As in {@code nocode.payments.provider} and in the address of its webhook. */
    String name();

    /**
     * What the provider knows of a token that its form gave.
     *
     * @param customer by what it knows the organisation, if it does already
     * @throws io.nocode.shared.problem.Problem TOKEN_REFUSED, PROVIDER_UNAVAILABLE
     */
    Instrument instrument(UUID organisation, @Nullable String customer, PaymentType type, @Nullable String token);

    /**
     * Asks for what is owed.
     *
     * @param attempt from 0; asked twice in the same attempt, it is charged once
     * @throws io.nocode.shared.problem.Problem PROVIDER_UNAVAILABLE
     */
    Charge charge(Due due, Instrument instrument, int attempt);

    /** The header in which its messages are signed. */
    String signatureHeader();

    /** The secret that signs its messages; empty where none is configured, and then none is taken. */
    Optional<String> webhookSecret();

    /**
     * A message of which the signature holds.
     *
     * @throws IllegalArgumentException where it is none of this provider's
     */
    PaymentEvent event(JsonNode message);
}
