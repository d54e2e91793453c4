package io.nocode.foundation.invoices;

import io.nocode.shared.problem.Messages;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words, days and amounts of a document in its language. */
record InvoiceWords(Locale language, ZoneId zone) {
    /** Where a language leaves it open, days and amounts are written as in Europe. */
    Locale locale() {
        return language.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
    }

    String say(String key, Object... words) {
        return Messages.text(language, key, words);
    }

    String day(Instant instant) {
        return written(instant, FormatStyle.LONG);
    }

    /** The days between which something was used; empty where there are none. */
    String period(@Nullable Instant start, @Nullable Instant end) {
        return start == null || end == null
                ? ""
                : written(start, FormatStyle.MEDIUM) + " – " + written(end, FormatStyle.MEDIUM);
    }

    String money(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        try {
            format.setCurrency(Currency.getInstance(currency));
        } catch (IllegalArgumentException unknown) {
            return number(amount) + " " + currency;
        }
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }

    String number(BigDecimal number) {
        return NumberFormat.getInstance(locale()).format(number);
    }

    private String written(Instant instant, FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale()).format(instant.atZone(zone));
    }
}
