package io.nocode.foundation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.LiveApp;
import io.nocode.testing.People;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Security case S16: nobody learns which addresses have an account, neither from what is answered nor from how long. */
class EnumerationIT {
    private static final int TIMES = 7;

    private final Client nobody = Client.anonymous();

    @Test
    void anUnknownAddressTakesTheWorkOfAKnownOne() {
        unknownAddressesTakeAsLong("foundation/auth/", People::register);
    }

    @Test
    void soItDoesAtAnApplicationOfTheirs() {
        LiveApp app = LiveApp.open();
        unknownAddressesTakeAsLong(app.auth(), app::register);
    }

    /** Without the work of a hash an unknown address is answered in a small part of the time. */
    private void unknownAddressesTakeAsLong(String auth, Function<String, Answer> register) {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            String email = People.newEmail();
            register.apply(email).expect(201);
            known.add(nanosOfAGuess(auth, email));
            unknown.add(nanosOfAGuess(auth, People.newEmail()));
        }

        assertThat(median(unknown)).isBetween(median(known) / 4, median(known) * 4);
    }

    @Test
    void anInvitationTellsNothingOfTheAddress() {
        Client owner = People.newUser();
        String members = "foundation/organizations/" + People.newOrganization(owner) + "/members/";
        String known = People.newEmail();
        People.register(known).expect(201);
        String unknown = People.newEmail();

        Answer first = invite(owner, members, known);
        Answer second = invite(owner, members, unknown);

        assertThat(first.only("user", "role", "status", "permissions"))
                .isEqualTo(second.only("user", "role", "status", "permissions"));
        assertThat(first.at("user").isNull()).isTrue();
    }

    private static Answer invite(Client owner, String members, String email) {
        return owner.post(members, Map.of("user_email", email, "role", "VIEWER"))
                .expect(201);
    }

    private long nanosOfAGuess(String auth, String email) {
        Map<String, String> guess = Map.of("email", email, "password", "Wrong1horse");
        long before = System.nanoTime();
        nobody.post(auth + "login/", guess).refused(401, "INVALID_CREDENTIALS");
        return System.nanoTime() - before;
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
