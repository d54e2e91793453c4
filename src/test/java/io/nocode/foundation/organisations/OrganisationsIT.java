package io.nocode.foundation.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Organisations and their members, and what outsiders learn of them: nothing. */
class OrganisationsIT {
    private final Client owner = People.newUser();
    private final String id = People.newOrganization(owner);
    private final String path = "foundation/organizations/" + id + "/";
    private final String members = path + "members/";

    @Test
    void whoMakesAnOrganizationOwnsIt() {
        Answer organization = owner.get(path).expect(200);
        assertThat(organization.at("user_role").asText()).isEqualTo("OWNER");
        assertThat(organization.at("is_owner").asBoolean()).isTrue();
        assertThat(organization.at("member_count").asInt()).isEqualTo(1);
        assertThat(owner.get("foundation/organizations/").at("count").asInt()).isEqualTo(1);
    }

    @Test
    void anOutsiderLearnsNothing() {
        Client outsider = People.newUser();
        String member = owner.get(members).at("results/0/id").asText();
        Map<String, String> organization = Map.of("name", "Taken over", "type", "COMPANY");
        outsider.get(path).refused(404, "NOT_FOUND");
        outsider.put(path, organization).refused(404, "NOT_FOUND");
        outsider.patch(path, organization).refused(404, "NOT_FOUND");
        outsider.delete(path).refused(404, "NOT_FOUND");
        outsider.get(path + "stats/").refused(404, "NOT_FOUND");
        outsider.get(members).refused(404, "NOT_FOUND");
        outsider.get(members + member + "/").refused(404, "NOT_FOUND");
        outsider.delete(members + member + "/").refused(404, "NOT_FOUND");
        outsider.post(members, Map.of("user_email", "a@example.org", "role", "ADMIN"))
                .refused(404, "NOT_FOUND");
        outsider.post(path + "leave/").refused(404, "NOT_FOUND");
        String own = "foundation/organizations/" + People.newOrganization(outsider) + "/";
        outsider.get(own + "members/" + member + "/").refused(404, "NOT_FOUND");
        assertThat(outsider.get("foundation/organizations/").at("count").asInt())
                .isEqualTo(1);
    }

    @Test
    void anInvitationIsForItsAddressAloneAndGoodOnce() {
        String email = People.newEmail();
        Client invited = People.newUser(email);
        Answer invitation = owner.post(members, Map.of("user_email", email, "role", "MEMBER"))
                .expect(201);
        assertThat(invitation.at("user").isNull()).isTrue();
        assertThat(invitation.at("status").asText()).isEqualTo("PENDING");
        owner.post(members, Map.of("user_email", email, "role", "MEMBER")).refused(409, "ALREADY_INVITED");
        String token = invitationToken(email);

        assertThat(Client.anonymous()
                        .get("foundation/invitations/" + token + "/")
                        .at("email")
                        .asText())
                .isEqualTo(email);
        People.newUser().post("foundation/invitations/" + token + "/accept/").refused(403, "INVITATION_FOR_ANOTHER");
        assertThat(invited.get("foundation/invitations/")
                        .at("results/0/organization_id")
                        .asText())
                .isEqualTo(id);
        invited.get(path).refused(404, "NOT_FOUND");

        Answer member =
                invited.post("foundation/invitations/" + token + "/accept/").expect(200);
        assertThat(member.at("user/email").asText()).isEqualTo(email);
        assertThat(member.at("status").asText()).isEqualTo("ACTIVE");
        invited.get(path).expect(200);
        invited.post("foundation/invitations/" + token + "/accept/").refused(404, "NOT_FOUND");
        owner.post(members, Map.of("user_email", email, "role", "ADMIN")).refused(409, "ALREADY_MEMBER");
    }

    @Test
    void anInvitationIsAcceptedFromTheListToo() {
        String email = People.newEmail();
        Client invited = People.newUser(email);
        String invitation = owner.post(members, Map.of("user_email", email, "role", "VIEWER"))
                .expect(201)
                .id();

        Client.anonymous().get("foundation/invitations/" + invitation + "/").refused(404, "NOT_FOUND");
        People.newUser()
                .post("foundation/invitations/" + invitation + "/accept/")
                .refused(404, "NOT_FOUND");
        invited.post("foundation/invitations/" + invitation + "/accept/").expect(200);
    }

    @Test
    void aWithdrawnOrDeclinedInvitationIsGone() {
        String email = People.newEmail();
        Client invited = People.newUser(email);
        Map<String, String> invite = Map.of("user_email", email, "role", "MEMBER");
        String member = owner.post(members, invite).expect(201).id();
        String token = invitationToken(email);
        owner.delete(members + member + "/").expect(204);
        invited.post("foundation/invitations/" + token + "/accept/").refused(404, "NOT_FOUND");

        String second = owner.post(members, invite).expect(201).id();
        invited.post("foundation/invitations/" + second + "/decline/").expect(204);
        assertThat(owner.get(members + "?status=PENDING").at("count").asInt()).isZero();
    }

    @Test
    void aRoleCountsFromTheVeryNextRequest() {
        Client member = People.newMember(owner, id, "VIEWER");
        String membership = membershipOf(member);
        member.get(members).refused(403, "FORBIDDEN");

        owner.patch(members + membership + "/", Map.of("role", "ADMIN")).expect(200);
        member.get(members).expect(200);
        member.patch(path, Map.of("city", "Paris")).expect(200);
        member.delete(path).refused(403, "FORBIDDEN");

        owner.delete(members + membership + "/").expect(204);
        member.get(path).refused(404, "NOT_FOUND");
    }

    @Test
    void aPermissionBeyondTheRoleCounts() {
        Client member = People.newMember(owner, id, "VIEWER");
        String membership = members + membershipOf(member) + "/";
        member.get(members).refused(403, "FORBIDDEN");

        owner.patch(membership, Map.of("permissions", List.of("members_see"))).expect(200);

        member.get(members).expect(200);
        owner.patch(membership, Map.of("permissions", List.of("everything")))
                .refused(400, "INVALID")
                .blaming("permissions[0]");
    }

    @Test
    void theOwnerStaysUntilTheOrganizationIsHandedOver() {
        Client admin = People.newMember(owner, id, "ADMIN");
        String name = owner.get(path).at("name").asText();
        JsonNode ownerMember = owner.get(members + "?role=OWNER").at("results/0");
        String next = admin.get("foundation/users/profile/").id();
        String ownerPath = members + ownerMember.path("id").asText() + "/";

        admin.patch(ownerPath, Map.of("role", "VIEWER")).refused(409, "OWNER_STAYS");
        admin.delete(ownerPath).refused(409, "OWNER_STAYS");
        owner.post(path + "leave/").refused(409, "OWNER_STAYS");
        admin.post(members, Map.of("user_email", "a@example.org", "role", "OWNER"))
                .refused(400, "INVALID")
                .blaming("role");
        admin.post(path + "transfer-ownership/", transfer(next, name)).refused(403, "FORBIDDEN");
        owner.post(path + "transfer-ownership/", transfer(next, "something else"))
                .refused(400, "INVALID")
                .blaming("confirmation_text");
        String outsider = People.newUser().get("foundation/users/profile/").id();
        owner.post(path + "transfer-ownership/", transfer(outsider, name)).refused(404, "NOT_FOUND");

        owner.post(path + "transfer-ownership/", transfer(next, name)).expect(200);

        assertThat(admin.get(path).at("is_owner").asBoolean()).isTrue();
        assertThat(owner.get(path).at("user_role").asText()).isEqualTo("ADMIN");
        owner.post(path + "leave/").expect(204);
        owner.get(path).refused(404, "NOT_FOUND");
        admin.delete(path).expect(204);
        admin.get(path).refused(404, "NOT_FOUND");
    }

    @Test
    void organizationsOfOneNameAtOnceHaveDifferentSlugs() {
        String name = "Twin " + id;
        List<String> slugs = AtOnce.run(
                10,
                i -> owner.post("foundation/organizations/", Map.of("name", name, "type", "STARTUP"))
                        .expect(201)
                        .at("slug")
                        .asText());

        assertThat(slugs).doesNotHaveDuplicates().allMatch(slug -> slug.startsWith("twin-"));
    }

    @Test
    void whatIsNotTheirsToSetIsRefused() {
        for (String property : new String[] {"slug", "owner", "max_members", "status", "id", "member_count"}) {
            owner.patch(path, Map.of(property, 7)).refused(400, "UNKNOWN_FIELD").blaming(property);
        }
        owner.post("foundation/organizations/", Map.of("name", " "))
                .refused(400, "INVALID")
                .blaming("name");
        owner.get("foundation/organizations/?type=CIRCUS")
                .refused(400, "INVALID")
                .blaming("type");
        owner.get("foundation/organizations/?colour=red")
                .refused(400, "UNKNOWN_PARAMETER")
                .blaming("colour");
    }

    @Test
    void statisticsAreMeasured() {
        People.newMember(owner, id, "MEMBER");
        owner.post(members, Map.of("user_email", People.newEmail(), "role", "VIEWER"))
                .expect(201);
        People.newProject(owner, id);

        Answer stats = owner.get(path + "stats/").expect(200);
        assertThat(stats.at("total_members").asInt()).isEqualTo(3);
        assertThat(stats.at("active_members").asInt()).isEqualTo(2);
        assertThat(stats.at("pending_invitations").asInt()).isEqualTo(1);
        assertThat(stats.at("members_by_role").toString()).isEqualTo("{\"MEMBER\":1,\"OWNER\":1}");
        assertThat(stats.at("projects_count").asInt()).isEqualTo(1);
        assertThat(stats.at("active_projects").asInt()).isZero();
        assertThat(stats.at("storage_used_mb").isNumber()).isTrue();
        assertThat(stats.at("recent_activity_count").asInt())
                .isEqualTo(owner.get(path + "audit-log/").at("count").asInt());
    }

    @Test
    void callsOfTheMonthAreCounted() {
        int before = owner.get(path + "stats/").at("api_calls_this_month").asInt();
        owner.get(path).expect(200);
        owner.get(members).expect(200);
        People.newUser().get(path).expect(404);

        assertThat(owner.get(path + "stats/").at("api_calls_this_month").asInt())
                .isEqualTo(before + 3);
    }

    @Test
    void thePlanSaysHowManyMembersThereMayBe() {
        assertThat(owner.get(path).at("max_members").asInt()).isEqualTo(5);
        assertThat(owner.get("foundation/organizations/")
                        .at("results/0/max_members")
                        .asInt())
                .isEqualTo(5);
    }

    /** Security case S8. */
    @Test
    void whoManagesMembersByPermissionDoesNotReachAboveTheirOwnRole() {
        Client helper = People.newMember(owner, id, "MEMBER");
        Client admin = People.newMember(owner, id, "ADMIN");
        Client viewer = People.newMember(owner, id, "VIEWER");
        owner.patch(members + membershipOf(helper) + "/", Map.of("permissions", List.of("members_manage")))
                .expect(200);
        String adminPath = members + membershipOf(admin) + "/";

        helper.patch(adminPath, Map.of("role", "VIEWER")).refused(403, "FORBIDDEN");
        helper.delete(adminPath).refused(403, "FORBIDDEN");
        helper.patch(members + membershipOf(helper) + "/", Map.of("role", "ADMIN"))
                .refused(403, "FORBIDDEN");
        helper.post(members, Map.of("user_email", People.newEmail(), "role", "ADMIN"))
                .refused(403, "FORBIDDEN");
        helper.patch(members + membershipOf(viewer) + "/", Map.of("role", "MEMBER"))
                .expect(200);
        for (String property : new String[] {"user_id", "status", "email", "organization_id", "joined_at"}) {
            helper.patch(members + membershipOf(viewer) + "/", Map.of(property, "x"))
                    .refused(400, "UNKNOWN_FIELD")
                    .blaming(property);
        }
    }

    @Test
    void anInvitationIsWrittenInTheLanguageOfTheInvited() {
        String email = People.newEmail();
        Client invited = People.newUser(email);
        invited.patch("foundation/users/profile/", Map.of("language", "fr")).expect(200);

        owner.post(members, Map.of("user_email", email, "role", "ADMIN")).expect(201);

        invitationToken(email);
        Answer mail = Client.anonymous().get("dev/mailbox/?to=" + email);
        assertThat(mail.at("0/subject").asText()).startsWith("Zoé Müller vous invite à rejoindre Org ");
        assertThat(mail.at("0/text").asText()).contains("avec le rôle administrateur.");
    }

    @Test
    void bothAreToldThatAnOrganizationWasHandedOver() {
        String email = People.newEmail();
        Client next = People.newUser(email);
        String invitation = owner.post(members, Map.of("user_email", email, "role", "VIEWER"))
                .expect(201)
                .id();
        next.post("foundation/invitations/" + invitation + "/accept/").expect(200);
        String name = owner.get(path).at("name").asText();
        String ownersEmail = owner.get("foundation/users/profile/").at("email").asText();

        owner.post(
                        path + "transfer-ownership/",
                        transfer(next.get("foundation/users/profile/").id(), name))
                .expect(200);

        assertThat(newestSubject(email)).isEqualTo(name + " is yours");
        assertThat(newestSubject(ownersEmail)).isEqualTo(name + " has a new owner");
    }

    private static String newestSubject(String email) {
        return Wait.until(
                () -> Client.anonymous()
                        .get("dev/mailbox/?to=" + email)
                        .at("0/subject")
                        .asText(),
                subject -> subject.contains("owner") || subject.contains("yours"));
    }

    private String membershipOf(Client member) {
        String user = member.get("foundation/users/profile/").id();
        for (JsonNode each : owner.get(members).at("results")) {
            if (each.at("/user/id").asText().equals(user)) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("No member " + user);
    }

    private static Map<String, String> transfer(String user, String name) {
        return Map.of("new_owner_id", user, "confirmation_text", "TRANSFER " + name);
    }

    private static String invitationToken(String email) {
        String link = Wait.until(
                () -> Client.anonymous()
                        .get("dev/mailbox/?to=" + email)
                        .at("0/links/0")
                        .asText(),
                text -> text.contains("invitations"));
        return link.substring(link.indexOf("token=") + 6);
    }
}
