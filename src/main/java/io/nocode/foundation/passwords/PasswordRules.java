package io.nocode.foundation.passwords;

import io.nocode.shared.problem.CommonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are good enough: eight characters, an upper-case letter, a digit, and not among the common ones. */
public final class PasswordRules {
    public static final int MIN_LENGTH = 8;
    /** Longer ones are refused, so that nobody makes the server hash a book. */
    public static final int MAX_LENGTH = 200;

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /**
     * Goes on only with a good password that was typed the same twice.
     *
     * @param field the property that carries it; the other is {@code <field>_confirm}
     * @throws io.nocode.shared.problem.Problem WEAK_PASSWORD, or INVALID where the two differ
     */
    public static void require(String field, String password, String again) {
        Optional<String> fault = faultOf(password);
        if (fault.isPresent()) {
            throw PasswordProblem.WEAK_PASSWORD.at(field, fault.get(), MIN_LENGTH);
        }
        if (!password.equals(again)) {
            throw CommonProblem.INVALID.at(field + "_confirm", "field.password.differs");
        }
    }

    public static boolean isGood(String password) {
        return faultOf(password).isEmpty();
    }

    /** The message key of the first rule that a password breaks; empty for a good one. */
    static Optional<String> faultOf(String password) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            return Optional.of("field.password.short");
        }
        if (password.codePoints().noneMatch(Character::isUpperCase)) {
            return Optional.of("field.password.upper_case");
        }
        if (password.codePoints().noneMatch(Character::isDigit)) {
            return Optional.of("field.password.digit");
        }
        return COMMON.contains(password.toLowerCase(Locale.ROOT))
                ? Optional.of("field.password.common")
                : Optional.empty();
    }

    private static Set<String> common() {
        try (InputStream list = Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("/passwords/common.txt"), "passwords/common.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
