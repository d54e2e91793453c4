package io.nocode.foundation.payments;

import io.nocode.shared.problem.Reason;

/** Why a payment method or a provider's message is refused. */
public enum PaymentProblem implements Reason {
    /** A card number was sent; cards are entered at the provider. */
    CARD_NUMBER(400),
    /** The provider knows no such token, or will not take it. */
    TOKEN_REFUSED(400),
    /** The signature is missing, wrong or too old. */
    BAD_SIGNATURE(401),
    /** The provider cannot be reached just now. */
    PROVIDER_UNAVAILABLE(503);

    private final int status;

    PaymentProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
