package io.nocode.foundation.subscriptions;

/** How a subscription stands. The last two are for good. */
public enum SubscriptionStatus {
    /** Not paid for yet. */
    TRIALING,
    ACTIVE,
    /** An invoice was not paid in time. */
    PAST_DUE,
    /** Ended as its organisation wished. */
    CANCELED,
    /** Ended because its invoices were not paid. */
    EXPIRED;

    /** Whether it is this one that counts: an organisation has at most one. */
    public boolean isLive() {
        return this == TRIALING || this == ACTIVE || this == PAST_DUE;
    }
}
