package io.nocode.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.nocode.testing.People;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a newcomer does on the first day, from the sign-up form to rows in a table. */
class BrowserIT {
    private final Browser browser = new Browser();
    private final Page page = browser.page();
    private final String email = People.newEmail();

    @Test
    void aNewcomerGetsFromSigningUpToRowsInATable() {
        try (browser) {
            try {
                signUp();
                openTheMailedLink();
                signIn();
                createAnOrganisation();
                createAProject();
                createATable();
                addRows();
                searchRows();
                beToldWhatIsWrongAtTheField();
                readFrench();
                staySignedInOverAReload();
                signOut();
                browser.checkQuiet();
            } catch (RuntimeException | AssertionError failed) {
                browser.keepShot("failed");
                throw failed;
            }
        }
    }

    private void signUp() {
        browser.open("");
        browser.link("Create account").click();
        Locator form = page.locator("form");
        Browser.type(form, "First name", "Zoé");
        Browser.type(form, "Last name", "Müller");
        Browser.type(form, "Email", email);
        Browser.type(form, "Password", People.PASSWORD);
        Browser.type(form, "Repeat password", "Another7horse");
        Browser.press(form, "Create account");
        assertThat(form.getByLabel("Repeat password")).hasAttribute("aria-invalid", "true");
        assertThat(form.getByLabel("Repeat password")).hasAccessibleDescription("The two passwords differ.");
        browser.checkAccessible();

        Browser.type(form, "Repeat password", People.PASSWORD);
        Browser.press(form, "Create account");
        assertThat(browser.heading("Check your e-mail")).isVisible();
        assertThat(page.getByText(email)).isVisible();
    }

    private void openTheMailedLink() {
        browser.open("verify-email?token=" + People.tokenMailedTo(email));
        assertThat(browser.heading("Your address is confirmed")).isVisible();
        browser.link("Sign in").click();
    }

    private void signIn() {
        Locator form = page.locator("form");
        Browser.type(form, "Email", email);
        Browser.type(form, "Password", "Wrong7horse");
        Browser.press(form, "Sign in");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(form.getByLabel("Email")).hasValue(email);

        Browser.type(form, "Password", People.PASSWORD);
        Browser.press(form, "Sign in");
        assertThat(browser.heading("Create your first organisation")).isVisible();
        browser.checkAccessible();
    }

    private void createAnOrganisation() {
        browser.button("New organisation").click();
        Browser.type(browser.dialog(), "Name", "Café Zoé");
        Browser.press(browser.dialog(), "Create");
        assertThat(browser.heading("Start your first project")).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION).getByText("Café Zoé")).isVisible();
    }

    private void createAProject() {
        browser.button("New project").click();
        Browser.type(browser.dialog(), "Name", "Menu");
        Browser.press(browser.dialog(), "Create");
        assertThat(browser.heading("Create your first table")).isVisible();
    }

    private void createATable() {
        browser.button("New table").click();
        Locator dialog = browser.dialog();
        Browser.type(dialog, "Display name", "Dishes");
        assertThat(dialog.getByLabel("Table name")).hasValue("dishes");

        Locator first = field(1);
        Browser.type(first, "Label", "Dish");
        first.getByLabel("Required").check();

        Browser.press(dialog, "Add another field");
        Browser.type(field(2), "Label", "Price in cents");
        assertThat(field(2).getByLabel("Field name")).hasValue("price_in_cents");
        browser.choose(field(2), "Type", "Whole number");

        Browser.press(dialog, "Add another field");
        Browser.type(field(3), "Label", "Kind");
        browser.choose(field(3), "Type", "Choice");
        Browser.type(field(3), "Choices", "Starter\nMain course\nDessert");
        browser.checkAccessible();

        Browser.press(dialog, "Create");
        assertThat(browser.heading("Dishes")).isVisible();
        assertThat(browser.heading("No row yet")).isVisible();
    }

    private Locator field(int number) {
        return browser.dialog()
                .getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions()
                                .setName("Field " + number)
                                .setExact(true));
    }

    private void addRows() {
        addRow("Crème brûlée", "850", "Dessert");
        addRow("Onion soup", "700", "Starter");
        assertThat(cell("Crème brûlée")).isVisible();
        assertThat(cell("850")).isVisible();
        assertThat(cell("Starter")).isVisible();
        assertThat(page.getByRole(AriaRole.STATUS).getByText("2 rows")).isVisible();
        browser.checkAccessible();
    }

    private void addRow(String dish, String price, String kind) {
        browser.button("Add row").click();
        Locator form = browser.dialog();
        Browser.type(form, "Dish", dish);
        Browser.type(form, "Price in cents", price);
        browser.choose(form, "Kind", kind);
        Browser.press(form, "Save");
        assertThat(form).isHidden();
    }

    private Locator cell(String text) {
        return page.getByRole(
                AriaRole.GRIDCELL, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private void searchRows() {
        Locator search = page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search rows"));
        search.fill("brûlée");
        assertThat(cell("Onion soup")).isHidden();
        assertThat(cell("Crème brûlée")).isVisible();
        search.fill("pizza");
        assertThat(browser.heading("No row matches")).isVisible();
        browser.button("Clear search and filters").click();
        assertThat(cell("Onion soup")).isVisible();
    }

    private void beToldWhatIsWrongAtTheField() {
        browser.button("Add row").click();
        Locator form = browser.dialog();
        // Nothing typed here could tell that it is too long; the server does.
        Browser.type(form, "Dish", "o".repeat(300));
        Browser.type(form, "Price in cents", "9");
        Browser.press(form, "Save");
        assertThat(form.getByLabel("Dish")).hasAttribute("aria-invalid", "true");
        assertThat(form.getByLabel("Dish")).hasAccessibleDescription(Pattern.compile("255"));
        assertThat(form.getByLabel("Dish")).isFocused();
        browser.checkAccessible();

        Browser.type(form, "Dish", "Tarte Tatin");
        Browser.press(form, "Save");
        assertThat(form).isHidden();
        assertThat(cell("Tarte Tatin")).isVisible();
    }

    private void readFrench() {
        browser.button("Account menu").click();
        page.getByText("Français").click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter une ligne")))
                .isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
    }

    private void staySignedInOverAReload() {
        page.reload();
        assertThat(browser.heading("Dishes")).isVisible();
        assertThat(cell("Tarte Tatin")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
    }

    private void signOut() {
        browser.button("Menu du compte").click();
        browser.button("Se déconnecter").click();
        assertThat(browser.heading("Se connecter")).isVisible();
        page.goBack();
        assertThat(browser.heading("Se connecter")).isVisible();
    }
}
