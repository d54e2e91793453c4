package io.nocode.foundation.invoices;

import io.nocode.shared.settings.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;

/** The settings under {@code nocode.billing} that concern invoices. */
final class InvoiceSettings {
    private InvoiceSettings() {}

    /** {@code nocode.billing.seller}: who issues them; lines are separated by {@code |}. */
    static String seller() {
        return Settings.text("nocode.billing.seller", "NoCode Backend").replace('|', '\n');
    }

    /** {@code nocode.billing.tax-percent}. */
    static BigDecimal taxRate() {
        String percent = Settings.text("nocode.billing.tax-percent", "0");
        try {
            BigDecimal rate = new BigDecimal(percent).setScale(2);
            if (rate.signum() >= 0 && rate.compareTo(BigDecimal.valueOf(100)) <= 0) {
                return rate;
            }
        } catch (ArithmeticException | NumberFormatException wrong) {
            // Told below, like a number out of range.
        }
        throw new IllegalStateException(
                "nocode.billing.tax-percent must be between 0 and 100 with at most two decimals, not '" + percent
                        + "'.");
    }

    /** {@code nocode.billing.due}: how long there is to pay. */
    static Duration due() {
        return Settings.duration("nocode.billing.due", Duration.ofDays(14));
    }

    /** {@code nocode.billing.zone}: whose days the document names. */
    static ZoneId zone() {
        return ZoneId.of(Settings.text("nocode.billing.zone", "UTC"));
    }
}
