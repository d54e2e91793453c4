package io.nocode.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Security case S8: what only the server sets is refused on every write, even where everything else is right and the
 * caller owns all of it.
 */
class ServerOwnedFieldsIT {
    private static final List<String> SERVER_OWNED = List.of(
            "id",
            "created_at",
            "updated_at",
            "owner",
            "owner_id",
            "user_id",
            "is_superuser",
            "is_staff",
            "is_owner",
            "created_by",
            "created_by_id",
            "password_hash",
            "email_verified",
            "two_factor_enabled",
            "updated_by",
            "deleted_at",
            "schema_name",
            "current_version",
            "member_count",
            "user_role",
            "last_login");

    @Test
    void noWriteTakesWhatOnlyTheServerSets() {
        World world = World.whole();
        List<String> faults = new ArrayList<>();
        for (Door door : Door.all()) {
            // An application's end users are asked by EndUserAuthIT.
            if (door.body() != null && !door.is("superuser") && !door.is("end-user")) {
                for (String field : SERVER_OWNED) {
                    ObjectNode body = (ObjectNode) Json.parse(world.filled(door.body()));
                    body.put(field, "01890000-0000-7000-8000-000000000000");
                    Answer answer = world.callers
                            .get("owner")
                            .send(door.method(), world.path(door.template()) + world.filled(door.query()), body);
                    boolean refused = answer.status() == 400
                            && answer.json().path("details").has(field);
                    if (!refused && answer.status() != 404) {
                        faults.add(door.name() + " takes " + field + ": " + answer.status() + " " + answer.text());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
