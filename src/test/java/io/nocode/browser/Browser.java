package io.nocode.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.nocode.testing.TestInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One person at one headless Chromium. What the page asked of whom, and what it complained about, is remembered; no
 * name but the installation's own is resolved.
 */
final class Browser implements AutoCloseable {
    private static final Path SHOTS = Path.of("target/browser");
    private static final Path AXE = Path.of("src/main/frontend/node_modules/axe-core/axe.min.js");
    private static final double PATIENCE = 20_000;
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    Browser() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Chromium chromium = Chromium.find();
        Map<String, String> itsEnvironment = new HashMap<>(System.getenv());
        itsEnvironment.putAll(chromium.environment());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        context = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium.program())
                        .setEnv(itsEnvironment)
                        .setArgs(ARGUMENTS))
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setViewportSize(1280, 900));
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        context.onRequest(request -> requests.add(request.url()));
        context.onWebError(error -> complaints.add(error.error()));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Opens an address of the installation: {@code organizations}. */
    void open(String path) {
        Response answer = page.navigate(TestInstallation.url() + path);
        assertThat(answer.status())
                .as("%s; was the WAR built with its front end?", answer.url())
                .isEqualTo(200);
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Types into the input with a label, within a part of the page. */
    static void type(Locator within, String label, String text) {
        within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(text);
    }

    /** Chooses from a list that opens under an input. */
    void choose(Locator within, String label, String option) {
        within.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label))
                .click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    static void press(Locator within, String button) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Fails where the page as it stands is not accessible by WCAG 2.2 AA, as far as axe can tell. */
    void checkAccessible() {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException notBuilt) {
            throw new UncheckedIOException("The front end's packages are not installed", notBuilt);
        }
        // What fades in has no contrast yet.
        page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))");
        Object faults = page.evaluate("async () => (await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
                + " 'wcag21aa', 'wcag22aa']})).violations.flatMap(({id, nodes}) =>"
                + " nodes.map((node) => id + ' at ' + node.target + ': ' + node.failureSummary))");
        assertThat((List<?>) faults).as("accessibility of %s", page.url()).isEmpty();
    }

    /** Fails where the page asked another host for something, or threw an error. */
    void checkQuiet() {
        assertThat(requests)
                .isNotEmpty()
                .allSatisfy(url -> assertThat(url)
                        .matches(asked -> asked.startsWith(TestInstallation.url())
                                || asked.startsWith("data:")
                                || asked.startsWith("blob:")));
        assertThat(complaints).isEmpty();
    }

    /** Keeps what is on the screen for whoever has to find out why a test failed. */
    void keepShot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
