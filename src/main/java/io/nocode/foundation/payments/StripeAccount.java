package io.nocode.foundation.payments;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import io.nocode.foundation.invoices.Due;
import io.nocode.shared.problem.Problem;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An account at Stripe: the few calls that we make of its API. */
final class StripeAccount {
    /** The name under which a payment carries its invoice. */
    static final String INVOICE = "invoice_id";

    private static final Logger LOG = Logger.getLogger(StripeAccount.class.getName());
    private static final int PATIENCE_MILLIS = 20_000;

    private final StripeClient client;

    StripeAccount(String key, String baseUrl) {
        client = StripeClient.builder()
                .setApiKey(key)
                .setApiBase(baseUrl)
                .setConnectTimeout(PATIENCE_MILLIS)
                .setReadTimeout(PATIENCE_MILLIS)
                .setMaxNetworkRetries(1)
                .build();
    }

    /** Gives a payment method to the organisation's customer, made when there is none, and tells what it is. */
    Instrument instrument(UUID organisation, @Nullable String known, PaymentType type, @Nullable String token) {
        try {
            String customer = known != null
                    ? known
                    : client.customers()
                            .create(
                                    CustomerCreateParams.builder()
                                            .putMetadata("organization_id", organisation.toString())
                                            .build(),
                                    once("customer-" + organisation))
                            .getId();
            PaymentMethod method = client.paymentMethods()
                    .attach(
                            token,
                            PaymentMethodAttachParams.builder()
                                    .setCustomer(customer)
                                    .build());
            return instrument(customer, method, type);
        } catch (InvalidRequestException | CardException refused) {
            throw PaymentProblem.TOKEN_REFUSED.at("provider_token", "field.token_refused");
        } catch (StripeException away) {
            throw unavailable(away);
        }
    }

    private static Instrument instrument(String customer, PaymentMethod method, PaymentType type) {
        PaymentMethod.Card card = method.getCard();
        PaymentMethod.SepaDebit debit = method.getSepaDebit();
        if (type == PaymentType.CREDIT_CARD && card != null) {
            return new Instrument(
                    customer,
                    method.getId(),
                    card.getBrand(),
                    card.getLast4(),
                    Math.toIntExact(card.getExpMonth()),
                    Math.toIntExact(card.getExpYear()));
        }
        if (type == PaymentType.SEPA_DEBIT && debit != null) {
            return new Instrument(customer, method.getId(), "sepa_debit", debit.getLast4(), null, null);
        }
        throw PaymentProblem.TOKEN_REFUSED.at("type", "field.token_refused");
    }

    /** Asks for what is owed while the customer is away. */
    Charge charge(Due due, Instrument instrument, int attempt) {
        try {
            PaymentIntent intent = client.paymentIntents()
                    .create(
                            PaymentIntentCreateParams.builder()
                                    .setAmount(cents(due.total(), due.currency()))
                                    .setCurrency(due.currency().toLowerCase(Locale.ROOT))
                                    .setCustomer(instrument.customer())
                                    .setPaymentMethod(instrument.token())
                                    .setOffSession(true)
                                    .setConfirm(true)
                                    .setDescription(due.number())
                                    .putMetadata(INVOICE, due.invoice().toString())
                                    .build(),
                            once("invoice-" + due.invoice() + "-" + attempt));
            return switch (intent.getStatus()) {
                case "succeeded" -> new Charge(Charge.Outcome.PAID, intent.getId());
                case "processing" -> new Charge(Charge.Outcome.UNDER_WAY, intent.getId());
                default -> new Charge(Charge.Outcome.DECLINED, intent.getId());
            };
        } catch (CardException declined) {
            return new Charge(Charge.Outcome.DECLINED, null);
        } catch (InvalidRequestException refused) {
            LOG.log(Level.WARNING, "Invoice {0} cannot be charged: {1}", new Object[] {due.number(), refused.getCode()
            });
            return new Charge(Charge.Outcome.DECLINED, null);
        } catch (StripeException away) {
            throw unavailable(away);
        }
    }

    /** An amount in the currency's smallest unit, as Stripe counts. */
    static long cents(BigDecimal amount, String currency) {
        return amount.movePointRight(digits(currency)).longValueExact();
    }

    /** The amount of so many of the currency's smallest units. */
    static BigDecimal amount(BigDecimal cents, String currency) {
        return cents.movePointLeft(digits(currency));
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
    }

    private static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static Problem unavailable(StripeException away) {
        // Its message may quote what was sent: the kind and the code are enough.
        String kind = away instanceof ApiConnectionException ? "no connection" : "code " + away.getCode();
        LOG.log(Level.WARNING, "Stripe did not answer as expected: {0}, {1}", new Object[] {
            away.getClass().getSimpleName(), kind
        });
        return PaymentProblem.PROVIDER_UNAVAILABLE.because();
    }
}
