package io.nocode.testing;

import io.nocode.shared.id.Ids;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accounts and organisations of a test's own. */
public final class People {
    public static final String PASSWORD = "Correct7horse";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_.-]+)");

    private People() {}

    /** An e-mail address that nobody has. */
    public static String newEmail() {
        return "someone-" + Ids.next() + "@example.org";
    }

    /** Somebody new who has registered, verified the address and signed in. */
    public static Client newUser() {
        return newUser(newEmail());
    }

    public static Client newUser(String email) {
        register(email).expect(201);
        verify(email);
        return Client.signedIn(email, PASSWORD);
    }

    public static Answer register(String email) {
        return Client.anonymous()
                .post(
                        "foundation/auth/register/client/",
                        Map.of(
                                "email", email,
                                "password", PASSWORD,
                                "password_confirm", PASSWORD,
                                "first_name", "Zoé",
                                "last_name", "Müller"));
    }

    /** Opens the link in the newest mail to the address. */
    public static void verify(String email) {
        Client.anonymous()
                .post("foundation/auth/verify-email/", Map.of("token", tokenMailedTo(email)))
                .expect(200);
    }

    /** The token in the newest mail to an address, once it has arrived. */
    public static String tokenMailedTo(String email) {
        String links = Wait.until(
                () -> Client.anonymous()
                        .get("dev/mailbox/?to=" + email)
                        .at("0/links")
                        .toString(),
                text -> TOKEN.matcher(text).find());
        Matcher matcher = TOKEN.matcher(links);
        if (!matcher.find()) {
            throw new AssertionError("No token in " + links);
        }
        return matcher.group(1);
    }

    /** A new organisation of the caller's; its id. */
    public static String newOrganization(Client owner) {
        return owner.post("foundation/organizations/", Map.of("name", "Org " + Ids.next(), "type", "COMPANY"))
                .expect(201)
                .id();
    }

    /** Somebody new who has accepted a role in the organisation. */
    public static Client newMember(Client owner, String organization, String role) {
        String email = newEmail();
        Client member = newUser(email);
        owner.post("foundation/organizations/" + organization + "/members/", Map.of("user_email", email, "role", role))
                .expect(201);
        member.post("foundation/invitations/" + invitationMailedTo(email) + "/accept/")
                .expect(200);
        return member;
    }

    /** The token of the invitation in the newest mail to an address, once it has arrived. */
    public static String invitationMailedTo(String email) {
        String links = Wait.until(
                () -> Client.anonymous()
                        .get("dev/mailbox/?to=" + email)
                        .at("0/links")
                        .toString(),
                text -> text.contains("invitation"));
        Matcher matcher = TOKEN.matcher(links);
        if (!matcher.find()) {
            throw new AssertionError("No token in " + links);
        }
        return matcher.group(1);
    }

    /** A new private project in the organisation; its id. */
    public static String newProject(Client member, String organization) {
        return member.post("studio/projects/", Map.of("name", "Project " + Ids.next(), "organization_id", organization))
                .expect(201)
                .id();
    }
}
