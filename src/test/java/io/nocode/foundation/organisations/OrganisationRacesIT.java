package io.nocode.foundation.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Security case S28: fifty at once pass no limit, and there is one winner. */
class OrganisationRacesIT {
    private final Client owner = People.newUser();
    private final String id = People.newOrganization(owner);
    private final String path = "foundation/organizations/" + id + "/";
    private final String members = path + "members/";

    @Test
    void theLastSeatOfAPlanIsTakenOnce() {
        for (int i = 0; i < 3; i++) {
            invite().expect(201);
        }

        List<Answer> answers = AtOnce.run(50, i -> invite());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.refused(409, "PLAN_LIMIT"));
        assertThat(owner.get(members).at("count").asInt()).isEqualTo(5);
        Answer refused = invite();
        assertThat(refused.at("details").toString())
                .contains("\"limit\":\"max_members\"", "\"allowed\":5", "\"used\":5", "\"plan\":\"Starter\"");

        String open = owner.get(members + "?status=PENDING").at("results/0/id").asText();
        owner.delete(members + open + "/").expect(204);
        invite().expect(201);
    }

    @Test
    void noPlanPassesAThousandMembers() throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            sql.execute("update nocode.subscription set plan_id = (select id from nocode.subscription_plan"
                    + " where name = 'Enterprise') where organisation_id = '" + id + "'");
            sql.execute("insert into nocode.organisation_member (id, organisation_id, email, role, status,"
                    + " invitation_hash, invitation_expires_at, created_at, updated_at)"
                    + " select gen_random_uuid(), '" + id + "', 'n' || n || '@example.org', 'VIEWER', 'PENDING', '" + id
                    + "' || n, now() + interval '1 day', now(), now() from generate_series(1, 998) n");
        }
        assertThat(owner.get(path).at("max_members").asInt()).isEqualTo(1_000);

        List<Answer> answers = AtOnce.run(20, i -> invite());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.refused(409, "LIMIT_MEMBERS"));
        assertThat(owner.get(members).at("count").asInt()).isEqualTo(1_000);
    }

    @Test
    void ofFiftyTransfersAtOnceOneOwnerIsLeft() {
        Client first = People.newMember(owner, id, "ADMIN");
        Client second = People.newMember(owner, id, "ADMIN");
        String name = owner.get(path).at("name").asText();
        List<String> candidates = List.of(
                first.get("foundation/users/profile/").id(),
                second.get("foundation/users/profile/").id());
        AtomicBoolean twoOwnersSeen = new AtomicBoolean();

        List<Answer> answers = AtOnce.run(50, i -> {
            Answer answer = owner.post(
                    path + "transfer-ownership/",
                    Map.of("new_owner_id", candidates.get(i % 2), "confirmation_text", "TRANSFER " + name));
            int owners = first.get(members + "?role=OWNER").at("count").asInt();
            if (owners != 1) {
                twoOwnersSeen.set(true);
            }
            return answer;
        });

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 403));
        assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(twoOwnersSeen).isFalse();
        assertThat(owner.get(members).at("count").asInt()).isEqualTo(3);
        assertThat(owner.get(path).at("user_role").asText()).isEqualTo("ADMIN");
    }

    @Test
    void anInvitationIsAcceptedOnce() {
        String email = People.newEmail();
        Client invited = People.newUser(email);
        String invitation = owner.post(members, Map.of("user_email", email, "role", "MEMBER"))
                .expect(201)
                .id();

        List<Answer> answers = AtOnce.run(50, i -> invited.post("foundation/invitations/" + invitation + "/accept/"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> answer.refused(404, "NOT_FOUND"));
        assertThat(owner.get(path).at("member_count").asInt()).isEqualTo(2);
        assertThat(owner.get(path + "audit-log/?action=invitation.accepted")
                        .at("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theSameAddressIsInvitedOnce() {
        String email = People.newEmail();

        List<Answer> answers = AtOnce.run(20, i -> owner.post(members, Map.of("user_email", email, "role", "MEMBER")));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.refused(409, "ALREADY_INVITED"));
    }

    private Answer invite() {
        return owner.post(members, Map.of("user_email", People.newEmail(), "role", "VIEWER"));
    }
}
