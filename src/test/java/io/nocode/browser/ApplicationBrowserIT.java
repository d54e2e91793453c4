package io.nocode.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.nocode.testing.Client;
import io.nocode.testing.LiveApp;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An end user's way into a deployed application. */
class ApplicationBrowserIT {
    private final LiveApp app = LiveApp.open();
    private final String email = People.newEmail();

    @Test
    void whoSignsUpConfirmsTheAddressSignsInAndSeesTheirPages() {
        app.configure(Map.of(
                "accounts", Map.of("registration", "open"),
                "theme", Map.of("primary_color", "#7a3e9d"),
                "not_found", Map.of("title", "Lost among the desks", "text", "Nothing is stored here."),
                "maintenance", Map.of("title", "Back at noon", "text", "We count what is in stock.")));
        try (Browser browser = new Browser()) {
            try {
                signUp(browser);
                openTheMailedLink(browser);
                signIn(browser);
                walk(browser);
                onAPhone(browser);
                stopped(browser);
            } catch (RuntimeException | AssertionError failed) {
                browser.keepShot("application-failed");
                throw failed;
            }
        }
    }

    private void signUp(Browser browser) {
        browser.open(address(""));
        assertThat(browser.heading("Welcome")).isVisible();
        assertThat(browser.link("Orders")).hasCount(0);
        browser.checkAccessible();
        browser.keepShot("application-anonymous");
        browser.link("Sign in").click();
        browser.link("Create an account").click();
        Locator form = browser.page().locator("form");
        Browser.type(form, "Email", email);
        Browser.type(form, "Password", "short");
        Browser.type(form, "Password once more", "short");
        Browser.press(form, "Create an account");
        assertThat(form.getByText("8 characters", new Locator.GetByTextOptions().setExact(false))
                        .last())
                .isVisible();
        browser.checkAccessible();
        browser.keepShot("application-register");
        Browser.type(form, "Password", People.PASSWORD);
        Browser.type(form, "Password once more", People.PASSWORD);
        Browser.press(form, "Create an account");
        assertThat(browser.heading("Look into your mailbox")).isVisible();
        browser.keepShot("application-mailed");
    }

    private void openTheMailedLink(Browser browser) {
        String link = Wait.until(
                () -> Client.anonymous()
                        .get("dev/mailbox/?to=" + email)
                        .at("0/links/0")
                        .asText(),
                url -> url.contains("verify-email"));
        browser.open(link.substring(link.indexOf("/apps/") + 1));
        assertThat(browser.page().getByText("Your address is confirmed. You can sign in now."))
                .isVisible();
        browser.checkAccessible();
        browser.button("Sign in").click();
    }

    private void signIn(Browser browser) {
        Locator form = browser.page().locator("form");
        Browser.type(form, "Email", email);
        Browser.type(form, "Password", "Wrong1horse");
        Browser.press(form, "Sign in");
        assertThat(browser.page().locator("form [role=alert]")).isVisible();
        browser.keepShot("application-refused");
        Browser.type(form, "Password", People.PASSWORD);
        Browser.press(form, "Sign in");
        assertThat(browser.link("Orders").first()).isVisible();
    }

    private void walk(Browser browser) {
        assertThat(browser.link("Office")).hasCount(0);
        browser.keepShot("application-home");
        browser.checkAccessible();
        browser.link("Orders").first().click();
        assertThat(browser.heading("Orders")).isVisible();
        assertThat(browser.page()).hasURL(Pattern.compile(".*/orders$"));
        browser.page().reload();
        assertThat(browser.heading("Orders")).isVisible();
        browser.page().navigate(TestInstallation.url() + address("nowhere"));
        assertThat(browser.heading("Lost among the desks")).isVisible();
        browser.keepShot("application-not-found");
        browser.page().navigate(TestInstallation.url() + address("office"));
        assertThat(browser.heading("Lost among the desks")).isVisible();
        browser.page().getByLabel("Language").selectOption("fr");
        assertThat(browser.button("Se déconnecter")).isVisible();
        browser.page().getByLabel("Langue").selectOption("en");
        browser.checkQuiet();
    }

    private void onAPhone(Browser browser) {
        browser.page().setViewportSize(390, 780);
        browser.open(address(""));
        assertThat(browser.heading("Welcome")).isVisible();
        browser.button("Menu").click();
        assertThat(browser.button("Sign out")).isVisible();
        browser.checkAccessible();
        browser.keepShot("application-phone");
        browser.button("Sign out").click();
        browser.page().navigate(TestInstallation.url() + address("orders"));
        assertThat(browser.heading("Sign in")).isVisible();
        browser.keepShot("application-phone-sign-in");
        browser.page().setViewportSize(1280, 900);
    }

    private void stopped(Browser browser) {
        app.owner.post("runtime/apps/" + app.id + "/stop/").expect(200);
        browser.page().navigate(TestInstallation.url() + address(""));
        assertThat(browser.heading("Back at noon")).isVisible();
        browser.keepShot("application-stopped");
        browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        app.owner.post("runtime/apps/" + app.id + "/start/").expect(200);
        browser.open(address(""));
        assertThat(browser.heading("Welcome")).isVisible();
        browser.checkAccessible();
        browser.keepShot("application-dark");
    }

    private String address(String path) {
        return app.address().substring(1) + path;
    }
}
