package io.nocode.foundation.payments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.problem.Faults;
import java.util.regex.Pattern;

/**
 * Finds card numbers: 13 to 19 digits of any script that pass the check of ISO/IEC 7812 (Luhn), with anything but
 * letters between them. They belong in the provider's form, not here: a body that holds one is refused before anything
 * else reads it.
 */
final class CardNumbers {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private CardNumbers() {}

    /** Refuses a body that has a card number in any value or name. */
    static void refuse(JsonNode body) {
        Faults faults = new Faults();
        blame(body, "", faults);
        if (!faults.isEmpty()) {
            throw PaymentProblem.CARD_NUMBER.at(faults);
        }
    }

    private static void blame(JsonNode node, String path, Faults faults) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                blame(node.get(i), path + "[" + i + "]", faults);
            }
        } else if (node.isObject()) {
            node.properties().forEach(property -> {
                boolean named = isIn(property.getKey());
                // The number itself is not said back.
                String name = named ? "body" : property.getKey();
                String inner = path.isEmpty() ? name : path + "." + name;
                if (named) {
                    faults.add(inner, "field.card_number");
                }
                blame(property.getValue(), inner, faults);
            });
        } else if (isIn(node.isNumber() ? node.decimalValue().toPlainString() : node.asText())) {
            faults.add(path.isEmpty() ? "body" : path, "field.card_number");
        }
    }

    /** Whether a text holds a card number. */
    static boolean isIn(String text) {
        if (UUID.matcher(text).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            int digit = Character.digit(letter, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (Character.isLetter(letter)) {
                if (isCardNumber(digits)) {
                    return true;
                }
                digits.setLength(0);
            }
        }
        return isCardNumber(digits);
    }

    private static boolean isCardNumber(CharSequence digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST && passesLuhn(digits);
    }

    private static boolean passesLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
