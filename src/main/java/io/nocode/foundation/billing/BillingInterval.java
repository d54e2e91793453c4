package io.nocode.foundation.billing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How often something is paid for. */
public enum BillingInterval {
    @JsonProperty("monthly")
    MONTHLY(1),
    @JsonProperty("yearly")
    YEARLY(12);

    private final int months;

    BillingInterval(int months) {
        this.months = months;
    }

    /** How many months of the calendar it lasts. */
    public int months() {
        return months;
    }

    /** As on the wire and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The interval of this name on the wire. */
    public static BillingInterval of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** What a price of this interval comes to in another one, to the cent. */
    public BigDecimal priceFor(BillingInterval other, BigDecimal price) {
        return price.multiply(BigDecimal.valueOf(other.months))
                .divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP);
    }
}
