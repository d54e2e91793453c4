package io.nocode.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the link in an invitation's mail leads. */
class InvitationBrowserIT {
    private final Client owner = People.newUser();
    private final String organization = People.newOrganization(owner);
    private final String name = owner.get("foundation/organizations/" + organization + "/")
            .at("name")
            .asText();
    private final String email = People.newEmail();

    @Test
    void whoOpensTheMailedLinkReadsTheInvitationSignsInAndAccepts() {
        People.newUser(email);
        owner.post(
                        "foundation/organizations/" + organization + "/members/",
                        Map.of("user_email", email, "role", "MEMBER"))
                .expect(201);
        String link = "invitations?token=" + People.invitationMailedTo(email);
        try (Browser browser = new Browser()) {
            try {
                browser.open(link);
                assertThat(browser.heading("Join " + name)).isVisible();
                assertThat(browser.page().getByText("Zoé Müller invites you, with the role Member."))
                        .isVisible();
                browser.checkAccessible();
                browser.keepShot("invitation");

                browser.link("Sign in to accept").click();
                Locator form = browser.page().locator("form");
                assertThat(form.getByLabel("Email")).hasValue(email);
                Browser.type(form, "Password", People.PASSWORD);
                Browser.press(form, "Sign in");

                browser.button("Accept the invitation").click();
                assertThat(browser.heading("Start your first project")).isVisible();

                browser.open(link);
                assertThat(browser.heading("This invitation is not open any more"))
                        .isVisible();
                browser.checkQuiet();
            } catch (RuntimeException | AssertionError failed) {
                browser.keepShot("invitation-failed");
                throw failed;
            }
        }
    }
}
