package io.nocode.foundation.users;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which e-mail addresses are stored and compared: whatever the case, they are the same. */
public final class EmailAddress {
    private EmailAddress() {}

    public static String normalised(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
