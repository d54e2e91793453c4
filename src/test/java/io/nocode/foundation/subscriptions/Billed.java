package io.nocode.foundation.subscriptions;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** An organisation of a test's own, with its plan and its bills. */
final class Billed {
    static final String PATH = "foundation/subscriptions/";

    final Client owner = People.newUser();
    final String organization = People.newOrganization(owner);
    final String subscription = current().id();

    Answer current() {
        return owner.get(PATH + "current/?organization_id=" + organization).expect(200);
    }

    Answer find() {
        return owner.get(PATH + subscription + "/").expect(200);
    }

    Answer upgrade(String plan) {
        return owner.post(PATH + subscription + "/upgrade/", Map.of("plan_id", plan(plan)));
    }

    Answer upgrade(String plan, String interval) {
        return owner.post(
                PATH + subscription + "/upgrade/", Map.of("plan_id", plan(plan), "billing_interval", interval));
    }

    Answer invoices() {
        return owner.get("foundation/invoices/?sort_by=number&page_size=100&organization_id=" + organization)
                .expect(200);
    }

    /** The id of a seeded plan. */
    static String plan(String name) {
        for (var plan : Client.anonymous()
                .get("foundation/subscription-plans/?page_size=100")
                .at("results")) {
            if (plan.path("name").asText().equals(name)) {
                return plan.path("id").asText();
            }
        }
        throw new AssertionError(name);
    }

    /** Lets time pass for the organisation: all its moments are so much longer ago. */
    void pass(String interval) {
        execute(
                "update subscription set anchor_at = anchor_at - ?::interval, period_start = period_start - ?::interval,"
                        + " period_end = period_end - ?::interval, trial_end = trial_end - ?::interval"
                        + " where organisation_id = ?",
                interval,
                interval,
                interval,
                interval,
                UUID.fromString(organization));
        execute(
                "update invoice set issued_at = issued_at - ?::interval, due_at = due_at - ?::interval"
                        + " where organisation_id = ?",
                interval,
                interval,
                UUID.fromString(organization));
    }

    private static void execute(String sql, Object... values) {
        try (Connection connection = TestInstallation.database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
