package io.nocode.launcher;

import java.util.Locale;
import java.util.Map;

/** Passwords and keys go by the environment, where other users' {@code ps} does not show them. */
final class Secrets {
    private Secrets() {}

    static boolean isSecret(String key) {
        return key.endsWith("password") || key.endsWith("master-key");
    }

    static void toEnvironment(Map<String, String> settings, Map<String, String> environment) {
        settings.forEach((key, value) -> {
            if (isSecret(key)) {
                environment.put(variable(key), value);
            }
        });
    }

    /** A key as MicroProfile Config looks for it in the environment. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
