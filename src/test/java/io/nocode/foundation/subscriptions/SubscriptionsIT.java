package io.nocode.foundation.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.billing.Period;
import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan, from its beginning through changes and renewals to its end. */
class SubscriptionsIT {
    private final Billed billed = new Billed();
    private final String path = Billed.PATH + billed.subscription + "/";

    @Test
    void anOrganizationStartsOnStarterAndOwesNothing() {
        Answer current = billed.current();
        assertThat(current.at("plan/name").asText()).isEqualTo("Starter");
        assertThat(current.at("status").asText()).isEqualTo("ACTIVE");
        assertThat(current.at("billing_interval").asText()).isEqualTo("monthly");
        assertThat(current.text()).contains("\"amount\":0.00");
        assertThat(billed.invoices().at("count").asInt()).isZero();
        assertThat(billed.owner.get(Billed.PATH + "current/").expect(200).id()).isEqualTo(billed.subscription);
        billed.owner.post(Billed.PATH, subscribe("Professional")).refused(409, "ALREADY_SUBSCRIBED");
    }

    @Test
    void anUpgradeIsBilledToTheCentForWhatIsLeft() {
        billed.pass("7 days");
        Answer before = billed.find();
        Answer upgraded = billed.upgrade("Professional").expect(200);
        assertThat(upgraded.at("plan/name").asText()).isEqualTo("Professional");
        assertThat(upgraded.at("current_period_end")).isEqualTo(before.at("current_period_end"));

        JsonNode invoice = billed.invoices().at("results/0");
        assertThat(invoice.path("id").asText())
                .isEqualTo(upgraded.at("latest_invoice_id").asText());
        Period period = new Period(
                Instant.parse(before.at("current_period_start").asText()),
                Instant.parse(before.at("current_period_end").asText()));
        BigDecimal owed = period.rest(
                new BigDecimal("99.99"), Instant.parse(invoice.path("issued_at").asText()));
        assertThat(invoice.path("subtotal").decimalValue()).isEqualTo(owed);
        assertThat(invoice.path("status").asText()).isEqualTo("OPEN");
        assertThat(invoice.path("number").asText()).matches("INV-[0-9A-F]{8}-0001");
        assertThat(Duration.between(
                        Instant.parse(invoice.path("issued_at").asText()),
                        Instant.parse(invoice.path("due_at").asText())))
                .isEqualTo(Duration.ofDays(14));
        billed.upgrade("Professional").refused(409, "SAME_PLAN");
    }

    @Test
    void whatIsGivenBackMakesTheNextInvoiceLess() {
        billed.upgrade("Professional").expect(200);
        settleAll();
        billed.upgrade("Starter").expect(200);
        assertThat(billed.invoices().at("count").asInt()).isEqualTo(1);
        billed.upgrade("Business").expect(200);
        JsonNode next = billed.invoices().at("results/1");
        assertThat(next.path("lines").findValuesAsText("kind")).containsExactly("REMAINING", "CREDIT");
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : next.path("lines")) {
            sum = sum.add(line.path("amount").decimalValue());
        }
        assertThat(next.path("subtotal").decimalValue()).isEqualByComparingTo(sum);
        assertThat(next.path("total").decimalValue())
                .isEqualByComparingTo(next.path("subtotal")
                        .decimalValue()
                        .add(next.path("tax").decimalValue()));
    }

    @Test
    void whatWasNeverPaidForIsNoCredit() {
        billed.upgrade("Enterprise", "yearly").expect(200);
        billed.upgrade("Starter", "yearly").expect(200);
        billed.upgrade("Professional", "monthly").expect(200);
        JsonNode lines = billed.invoices().at("results/1/lines");
        assertThat(lines.findValuesAsText("kind")).containsExactly("SUBSCRIPTION");
        assertThat(lines.at("/0/amount").decimalValue()).isEqualByComparingTo("99.99");
    }

    @Test
    void anotherIntervalBeginsANewPeriodAtItsWholePrice() {
        billed.upgrade("Professional").expect(200);
        Answer yearly = billed.upgrade("Professional", "yearly").expect(200);
        assertThat(yearly.at("billing_interval").asText()).isEqualTo("yearly");
        assertThat(yearly.text()).contains("\"amount\":1199.88");
        Instant start = Instant.parse(yearly.at("current_period_start").asText());
        Instant end = Instant.parse(yearly.at("current_period_end").asText());
        assertThat(Duration.between(start, end).toDays()).isBetween(365L, 366L);
        JsonNode lines = billed.invoices().at("results/1/lines");
        assertThat(lines.findValuesAsText("kind")).containsExactly("UNUSED", "SUBSCRIPTION");
        assertThat(lines.at("/1/amount").decimalValue()).isEqualByComparingTo("1199.88");
    }

    @Test
    void whatIsUsedMustFitASmallerPlan() {
        billed.upgrade("Professional").expect(200);
        for (int i = 0; i < 6; i++) {
            People.newProject(billed.owner, billed.organization);
        }
        Answer usage = billed.owner.get(path + "usage/").expect(200);
        assertThat(usage.at("usage/max_projects/used").asInt()).isEqualTo(6);
        assertThat(usage.at("usage/max_projects/limit").asInt()).isEqualTo(-1);
        assertThat(usage.at("usage/max_members/used").asInt()).isEqualTo(1);
        assertThat(usage.at("usage/max_members/remaining").asInt()).isEqualTo(49);

        Answer refused = billed.upgrade("Starter").refused(409, "PLAN_TOO_SMALL");

        assertThat(refused.at("details/max_projects/used").asInt()).isEqualTo(6);
        assertThat(refused.at("details/max_projects/limit").asInt()).isEqualTo(5);
        assertThat(refused.at("details").size()).isEqualTo(1);
        assertThat(billed.find().at("plan/name").asText()).isEqualTo("Professional");
    }

    @Test
    void openInvitationsCountAsMembers() {
        billed.owner
                .post(
                        "foundation/organizations/" + billed.organization + "/members/",
                        Map.of("user_email", People.newEmail(), "role", "VIEWER"))
                .expect(201);
        assertThat(billed.owner
                        .get(path + "usage/")
                        .expect(200)
                        .at("usage/max_members/used")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aTrialComesOnceAndIsPaidForWhenItEnds() {
        billed.owner.post(path + "cancel/", Map.of("at_period_end", false)).expect(200);
        billed.owner
                .get(Billed.PATH + "current/?organization_id=" + billed.organization)
                .refused(404, "NOT_FOUND");
        Answer tried = billed.owner.post(Billed.PATH, subscribe("Professional")).expect(201);
        assertThat(tried.header("Location")).endsWith(Billed.PATH + tried.id() + "/");
        assertThat(tried.at("status").asText()).isEqualTo("TRIALING");
        assertThat(Duration.between(
                        Instant.parse(tried.at("current_period_start").asText()),
                        Instant.parse(tried.at("trial_end").asText())))
                .isEqualTo(Duration.ofDays(14));
        assertThat(billed.invoices().at("count").asInt()).isZero();

        billed.pass("15 days");

        Answer active = Wait.until(
                billed::current, current -> current.at("status").asText().equals("ACTIVE"));
        assertThat(active.at("current_period_start")).isEqualTo(active.at("trial_end"));
        JsonNode invoice = billed.invoices().at("results/0");
        assertThat(invoice.path("subtotal").decimalValue()).isEqualByComparingTo("99.99");
        billed.owner
                .post(Billed.PATH + active.id() + "/cancel/", Map.of("at_period_end", false))
                .expect(200);
        assertThat(billed.owner
                        .post(Billed.PATH, subscribe("Business"))
                        .expect(201)
                        .at("status")
                        .asText())
                .isEqualTo("ACTIVE");
    }

    @Test
    void aTrialCanBeBegunFromStarterToo() {
        Answer tried = billed.owner
                .post(path + "upgrade/", Map.of("plan_id", Billed.plan("Professional"), "trial", true))
                .expect(200);
        assertThat(tried.at("status").asText()).isEqualTo("TRIALING");
        assertThat(billed.invoices().at("count").asInt()).isZero();
        billed.owner
                .post(path + "upgrade/", Map.of("plan_id", Billed.plan("Business"), "trial", true))
                .refused(409, "NO_TRIAL");
    }

    @Test
    void eachPeriodHasItsInvoiceAlsoWhenNobodyLooked() {
        billed.upgrade("Professional").expect(200);
        settleAll();
        billed.pass("63 days");
        Wait.until(() -> billed.invoices().at("count").asInt(), count -> count == 3);
        assertThat(billed.invoices().json().findValuesAsText("number"))
                .extracting(number -> number.substring(number.length() - 4))
                .containsExactly("0001", "0002", "0003");
        assertThat(billed.find().at("status").asText()).isEqualTo("ACTIVE");
        assertThat(billed.invoices().at("results/2/subtotal").decimalValue()).isEqualByComparingTo("99.99");
    }

    @Test
    void whoDoesNotPayIsPastDueAndThenExpires() {
        billed.upgrade("Professional").expect(200);
        billed.pass("15 days");
        Wait.until(() -> billed.find().at("status").asText(), "PAST_DUE"::equals);
        settleAll();
        assertThat(billed.find().at("status").asText()).isEqualTo("ACTIVE");

        billed.pass("16 days");
        Wait.until(() -> billed.invoices().at("count").asInt(), count -> count == 2);
        billed.pass("29 days");
        Wait.until(() -> billed.find().at("status").asText(), "EXPIRED"::equals);
        assertThat(billed.find().at("ended_at").isNull()).isFalse();
        billed.owner.post(path + "resume/").refused(409, "SUBSCRIPTION_ENDED");
        billed.upgrade("Business").refused(409, "SUBSCRIPTION_ENDED");
        billed.owner.post(Billed.PATH, subscribe("Starter")).expect(201);
    }

    @Test
    void aCanceledSubscriptionLastsUntilItsPeriodEndsAndCanGoOn() {
        Answer canceled = billed.owner.post(path + "cancel/", Map.of()).expect(200);
        assertThat(canceled.at("cancel_at_period_end").asBoolean()).isTrue();
        assertThat(canceled.at("status").asText()).isEqualTo("ACTIVE");
        Answer resumed = billed.owner.post(path + "resume/").expect(200);
        assertThat(resumed.at("cancel_at_period_end").asBoolean()).isFalse();
        assertThat(resumed.at("canceled_at").isNull()).isTrue();
        billed.owner.post(path + "cancel/", Map.of("at_period_end", true)).expect(200);

        billed.pass("32 days");

        Wait.until(() -> billed.find().at("status").asText(), "CANCELED"::equals);
        assertThat(billed.find().at("ended_at")).isEqualTo(billed.find().at("current_period_end"));
        billed.owner.post(path + "resume/").refused(409, "SUBSCRIPTION_ENDED");
        billed.owner.post(path + "cancel/", Map.of()).refused(409, "SUBSCRIPTION_ENDED");
    }

    @Test
    void fiftyAtOnceBeginOneSubscription() {
        billed.owner.post(path + "cancel/", Map.of("at_period_end", false)).expect(200);
        List<Answer> answers = AtOnce.run(50, i -> billed.owner.post(Billed.PATH, subscribe("Starter")));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.refused(409, "ALREADY_SUBSCRIBED"));
        assertThat(billed.owner
                        .get(Billed.PATH + "?status=ACTIVE&organization_id=" + billed.organization)
                        .at("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void fiftyChangesAtOnceNumberTheirInvoicesWithoutAGap() {
        AtOnce.run(50, i -> billed.upgrade(i % 2 == 0 ? "Business" : "Enterprise", i % 4 < 2 ? "monthly" : "yearly"));
        JsonNode invoices = billed.invoices().at("results");
        assertThat(invoices.size()).isGreaterThan(1);
        for (int i = 0; i < invoices.size(); i++) {
            assertThat(invoices.get(i).path("number").asText()).endsWith("-%04d".formatted(i + 1));
        }
    }

    @Test
    void adminsSeeBillingOwnersChangeItAndOthersLearnNothing() {
        Client admin = People.newMember(billed.owner, billed.organization, "ADMIN");
        Client member = People.newMember(billed.owner, billed.organization, "MEMBER");
        Client stranger = People.newUser();
        People.newOrganization(stranger);
        Map<String, String> larger = Map.of("plan_id", Billed.plan("Professional"));
        for (String each :
                List.of(path, path + "usage/", Billed.PATH + "current/?organization_id=" + billed.organization)) {
            admin.get(each).expect(200);
            member.get(each).refused(403, "FORBIDDEN");
            stranger.get(each).refused(404, "NOT_FOUND");
            Client.anonymous().get(each).refused(401, "UNAUTHENTICATED");
        }
        for (Client each : List.of(admin, member)) {
            each.post(path + "upgrade/", larger).refused(403, "FORBIDDEN");
            each.post(path + "cancel/", Map.of()).refused(403, "FORBIDDEN");
            each.post(path + "resume/").refused(403, "FORBIDDEN");
            each.post(Billed.PATH, subscribe("Starter")).refused(403, "FORBIDDEN");
        }
        stranger.post(path + "upgrade/", larger).refused(404, "NOT_FOUND");
        stranger.post(path + "cancel/", Map.of()).refused(404, "NOT_FOUND");
        stranger.post(path + "resume/").refused(404, "NOT_FOUND");
        stranger.post(Billed.PATH, subscribe("Starter")).refused(404, "NOT_FOUND");
        assertThat(stranger.get(Billed.PATH + "?organization_id=" + billed.organization)
                        .at("count")
                        .asInt())
                .isZero();
        assertThat(member.get(Billed.PATH).expect(200).at("count").asInt()).isZero();
        billed.owner.post(path + "upgrade/", Map.of("plan_id", Ids.next())).refused(404, "NOT_FOUND");
        assertThat(billed.find().at("plan/name").asText()).isEqualTo("Starter");
    }

    @Test
    void whatOnlyTheServerSetsIsRefused() {
        billed.owner
                .post(path + "upgrade/", """
                        {"plan_id": "%s", "status": "ACTIVE", "amount": 0, "trial_end": null, "organization_id": "x"}
                        """.formatted(Billed.plan("Professional")))
                .refused(400, "UNKNOWN_FIELD")
                .blaming("status")
                .blaming("amount")
                .blaming("organization_id");
        billed.owner
                .post(path + "cancel/", "{\"at_period_end\": \"yes\"}")
                .refused(400, "INVALID")
                .blaming("at_period_end");
        billed.owner
                .post(path + "upgrade/", "{\"plan_id\": \"x\", \"billing_interval\": \"weekly\"}")
                .refused(400, "INVALID")
                .blaming("plan_id")
                .blaming("billing_interval");
    }

    private Map<String, String> subscribe(String plan) {
        return Map.of("organization_id", billed.organization, "plan_id", Billed.plan(plan));
    }

    private void settleAll() {
        Client superuser = Client.superuser();
        for (JsonNode invoice : billed.invoices().at("results")) {
            if (invoice.path("status").asText().equals("OPEN")) {
                superuser
                        .post("foundation/invoices/" + invoice.path("id").asText() + "/mark-paid/")
                        .expect(200);
            }
        }
    }
}
