package io.nocode.foundation.payments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The kinds of payment methods. */
public enum PaymentType {
    @JsonProperty("credit_card")
    CREDIT_CARD,
    @JsonProperty("sepa_debit")
    SEPA_DEBIT,
    /** Paid by transfer, as an invoice asks. */
    @JsonProperty("invoice")
    INVOICE;

    /** As on the wire and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
