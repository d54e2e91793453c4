package io.nocode.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nocode.foundation.invoices.Due;
import io.nocode.shared.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a local server that answers with the shapes of Stripe's public API. */
class StripeAccountTest {
    private static final UUID ORGANISATION = UUID.fromString("01930000-0000-7000-8000-00000000000a");
    private static final Due DUE = new Due(
            UUID.fromString("01930000-0000-7000-8000-00000000000b"),
            ORGANISATION,
            "INV-1A2B3C4D-0001",
            new BigDecimal("1199.88"),
            "EUR",
            null);
    private static final Instrument CARD = Instrument.of("cus_1", "pm_1");

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private StripeAccount stripe;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        stripe = new StripeAccount(
                "sk_test_canary", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCardIsGivenToANewCustomerAndOnlyItsSurfaceIsKept() {
        answers.put("/v1/customers", "{\"id\": \"cus_9\", \"object\": \"customer\"}");
        answers.put("/v1/payment_methods/pm_1/attach", """
                {"id": "pm_1", "object": "payment_method", "type": "card", "customer": "cus_9",
                 "card": {"brand": "visa", "last4": "4242", "exp_month": 8, "exp_year": 2031, "fingerprint": "x"}}
                """);
        assertThat(stripe.instrument(ORGANISATION, null, PaymentType.CREDIT_CARD, "pm_1"))
                .isEqualTo(new Instrument("cus_9", "pm_1", "visa", "4242", 8, 2031));
        assertThat(asked.get(0))
                .startsWith("POST /v1/customers ")
                .contains("metadata[organization_id]=" + ORGANISATION)
                .contains("Bearer sk_test_canary", "customer-" + ORGANISATION);
        assertThat(asked.get(1))
                .startsWith("POST /v1/payment_methods/pm_1/attach ")
                .contains("customer=cus_9");
    }

    @Test
    void aKnownCustomerIsNotMadeAgain() {
        answers.put("/v1/payment_methods/pm_2/attach", """
                {"id": "pm_2", "object": "payment_method", "type": "sepa_debit", "sepa_debit": {"last4": "3000"}}
                """);
        assertThat(stripe.instrument(ORGANISATION, "cus_1", PaymentType.SEPA_DEBIT, "pm_2"))
                .isEqualTo(new Instrument("cus_1", "pm_2", "sepa_debit", "3000", null, null));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aTokenThatIsUnknownOrOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> stripe.instrument(ORGANISATION, "cus_1", PaymentType.CREDIT_CARD, "pm_none"))
                .hasMessageContaining("TOKEN_REFUSED")
                .hasMessageContaining("provider_token");
        answers.put(
                "/v1/payment_methods/pm_2/attach",
                "{\"id\": \"pm_2\", \"object\": \"payment_method\", \"sepa_debit\": {\"last4\": \"3000\"}}");
        assertThatThrownBy(() -> stripe.instrument(ORGANISATION, "cus_1", PaymentType.CREDIT_CARD, "pm_2"))
                .hasMessageContaining("TOKEN_REFUSED");
    }

    @Test
    void anInvoiceIsChargedInCentsOnceAnAttempt() {
        answers.put("/v1/payment_intents", intent("succeeded"));
        assertThat(stripe.charge(DUE, CARD, 0)).isEqualTo(new Charge(Charge.Outcome.PAID, "pi_1"));
        assertThat(asked.get(0))
                .contains("amount=119988", "currency=eur", "customer=cus_1", "payment_method=pm_1")
                .contains("off_session=true", "confirm=true", "metadata[invoice_id]=" + DUE.invoice())
                .contains("invoice-" + DUE.invoice() + "-0");
        stripe.charge(DUE, CARD, 1);
        assertThat(asked.get(1)).contains("invoice-" + DUE.invoice() + "-1");
    }

    @Test
    void whatTheBankStillWorksOnIsUnderWay() {
        answers.put("/v1/payment_intents", intent("processing"));
        assertThat(stripe.charge(DUE, CARD, 0).outcome()).isEqualTo(Charge.Outcome.UNDER_WAY);
    }

    @Test
    void aDeclinedCardIsNoFault() {
        answers.put(
                "/v1/payment_intents",
                "402 {\"error\": {\"type\": \"card_error\", \"code\": \"card_declined\", \"message\": \"Declined.\"}}");
        assertThat(stripe.charge(DUE, CARD, 0).outcome()).isEqualTo(Charge.Outcome.DECLINED);
        answers.put("/v1/payment_intents", intent("requires_action"));
        assertThat(stripe.charge(DUE, CARD, 0).outcome()).isEqualTo(Charge.Outcome.DECLINED);
    }

    @Test
    void whenStripeIsAwayItIsTriedAgainLater() {
        answers.put("/v1/payment_intents", "500 {\"error\": {\"type\": \"api_error\"}}");
        assertThatThrownBy(() -> stripe.charge(DUE, CARD, 0)).hasMessageContaining("PROVIDER_UNAVAILABLE");
        stop();
        assertThatThrownBy(() -> stripe.charge(DUE, CARD, 0)).hasMessageContaining("PROVIDER_UNAVAILABLE");
    }

    @Test
    void amountsFollowTheCurrencysDigits() {
        assertThat(StripeAccount.cents(new BigDecimal("99.99"), "EUR")).isEqualTo(9_999);
        assertThat(StripeAccount.cents(new BigDecimal("500.00"), "JPY")).isEqualTo(500);
        assertThat(StripeAccount.amount(BigDecimal.valueOf(9_999), "eur")).isEqualByComparingTo("99.99");
        assertThat(StripeAccount.amount(BigDecimal.valueOf(500), "jpy")).isEqualByComparingTo("500");
    }

    @Test
    void itsEventsAreRead() {
        StripeProvider provider = new StripeProvider();
        PaymentEvent event = provider.event(Json.parse("""
                {"id": "evt_1", "object": "event", "type": "payment_intent.succeeded", "data": {"object":
                 {"id": "pi_1", "object": "payment_intent", "amount": 119988, "amount_received": 119988,
                  "currency": "eur", "metadata": {"invoice_id": "01930000-0000-7000-8000-00000000000b"}}}}
                """));
        assertThat(event.id()).isEqualTo("evt_1");
        assertThat(event.payment())
                .isEqualTo(new PaymentEvent.Payment(DUE.invoice(), new BigDecimal("1199.88"), "EUR", "pi_1"));
        assertThat(provider.event(Json.parse("{\"id\": \"evt_2\", \"type\": \"customer.created\"}"))
                        .payment())
                .isNull();
        assertThatThrownBy(() -> provider.event(Json.parse("{\"type\": \"x\"}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String intent(String status) {
        return "{\"id\": \"pi_1\", \"object\": \"payment_intent\", \"amount\": 119988, \"currency\": \"eur\","
                + " \"status\": \"" + status + "\"}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + path + " " + URLDecoder.decode(body, StandardCharsets.UTF_8) + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        String answer = answers.getOrDefault(
                path,
                "404 {\"error\": {\"type\": \"invalid_request_error\", \"code\": \"resource_missing\","
                        + " \"message\": \"No such PaymentMethod\"}}");
        int status = answer.startsWith("{") ? 200 : Integer.parseInt(answer.substring(0, 3));
        byte[] bytes = (status == 200 ? answer : answer.substring(4)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
