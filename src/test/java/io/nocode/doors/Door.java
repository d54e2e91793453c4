package io.nocode.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * One line of {@code doors.txt}.
 *
 * @param template as in the OpenAPI document
 * @param query from the question mark on, or empty
 */
record Door(String method, String template, String query, Set<String> who, String body) {
    private static final List<String> ROLES = List.of("viewer", "member", "admin", "owner");

    static List<Door> all() {
        try (InputStream table = Door.class.getResourceAsStream("/doors/doors.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Door::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Door parse(String line) {
        String[] parts = line.split(" \\| ", 3);
        String[] operation = parts[0].split(" ");
        int mark = operation[1].indexOf('?');
        String path = mark < 0 ? operation[1] : operation[1].substring(0, mark);
        return new Door(
                operation[0],
                path.startsWith("/") ? path : "/api/v1/" + path,
                mark < 0 ? "" : operation[1].substring(mark),
                Set.of(parts[1].strip().split(" ")),
                parts.length > 2 ? parts[2] : null);
    }

    String name() {
        return method + " " + template;
    }

    boolean is(String word) {
        return who.contains(word);
    }

    /** Whether who may not go through is told that there is nothing. */
    boolean isHidden() {
        return who.stream().anyMatch(word -> word.endsWith("!"));
    }

    /** Whether somebody with this role may go through; {@code client} is somebody without a part. */
    boolean isOpenTo(String role) {
        if (is("anyone") || is("signed-in") || (is("person") && least() == null)) {
            return true;
        }
        String least = least();
        return least != null && ROLES.indexOf(role) >= ROLES.indexOf(least);
    }

    /** Whether what is asked of the role alone may refuse this caller already; what is asked of an id comes after it. */
    boolean isBelow(String who) {
        return who.equals("key") || (least() != null && !who.equals("client") && !isOpenTo(who));
    }

    private String least() {
        return ROLES.stream()
                .filter(role -> is(role) || is(role + "!"))
                .findFirst()
                .orElse(null);
    }
}
