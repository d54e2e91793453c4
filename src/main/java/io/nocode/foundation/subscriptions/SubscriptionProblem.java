package io.nocode.foundation.subscriptions;

import io.nocode.shared.problem.Reason;

/** What stands against a change of a subscription. */
public enum SubscriptionProblem implements Reason {
    /** The organisation has a live subscription; that one is changed by its {@code upgrade/}. */
    ALREADY_SUBSCRIBED(409),
    /** It was canceled or has expired. */
    SUBSCRIPTION_ENDED(409),
    /** It is on that plan and interval already. */
    SAME_PLAN(409),
    /** The plan is paid in another currency; cancel first. */
    CURRENCY_DIFFERS(409),
    /** The organisation uses more than the plan allows; {@code details} say of what. */
    PLAN_TOO_SMALL(409),
    /** The plan has no trial, or the organisation has had one. */
    NO_TRIAL(409);

    private final int status;

    SubscriptionProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
