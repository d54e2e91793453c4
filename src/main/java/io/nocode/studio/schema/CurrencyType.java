package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Currency;
import java.util.stream.Stream;

/**
 * An amount of money with exact decimal digits.
 *
 * @param currency as in ISO 4217, such as EUR
 */
public record CurrencyType(Digits digits, String currency) implements ExactType {
    private static final int PRECISION = 19;
    private static final String CURRENCY = "EUR";

    static final TypeKind KIND = new TypeKind(
            "currency",
            "currency",
            "numeric",
            Stream.concat(Digits.options(PRECISION).stream(), Stream.of(Option.of("currency", "string", CURRENCY)))
                    .toList(),
            Operator.ORDER,
            CurrencyType::read);

    private static CurrencyType read(OptionReader options) {
        String currency = options.text("currency", CURRENCY, 3);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            options.refuse("currency", "field.option.currency");
        }
        return new CurrencyType(Digits.read(options, PRECISION), currency);
    }

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public ObjectNode options() {
        return digits.options().put("currency", currency);
    }
}
