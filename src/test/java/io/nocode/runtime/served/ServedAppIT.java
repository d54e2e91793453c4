package io.nocode.runtime.served;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.LiveApp;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Security cases S9 and S29, and what is served under an application's address. */
class ServedAppIT {
    private static LiveApp app;
    private final Client anonymous = Client.anonymous();

    @BeforeAll
    static void anApplication() {
        app = LiveApp.open();
    }

    @Test
    void everybodySeesThePublicPagesAndEndUsersWhatTheirRoleMay() {
        assertThat(pages(anonymous)).containsExactly("Start");
        String email = app.newEndUser();
        assertThat(pages(app.signedIn(email))).containsExactlyInAnyOrder("Start", "Orders", "Order");
        app.owner
                .patch("runtime/apps/" + app.id + "/users/" + app.accountOf(email) + "/", Map.of("role", "ADMIN"))
                .expect(200);
        assertThat(pages(app.signedIn(email))).containsExactlyInAnyOrder("Start", "Orders", "Order", "Office");
    }

    @Test
    void aPageIsOnlyForWhoMaySeeIt() {
        Client user = app.signedIn(app.newEndUser());
        String orders = page(user, "Orders");
        user.get(app.address() + "pages/" + orders + ".json").expect(200);
        anonymous.get(app.address() + "pages/" + orders + ".json").refused(404, "NOT_FOUND");
        anonymous.get(app.address() + "pages/" + Ids.next() + ".json").refused(404, "NOT_FOUND");
        Client forged = anonymous.with("Authorization", "Bearer forged");
        forged.get(app.address() + "app.json").refused(401, "UNAUTHENTICATED");
        assertThat(anonymous.get(app.address() + "bundle.json").expect(200).text())
                .doesNotContain("Orders")
                .doesNotContain("Office");
    }

    @Test
    void whatIsDesignedIsNotServedBeforeItIsDeployed() {
        LiveApp mine = LiveApp.open();
        mine.owner
                .post(
                        "studio/pages/",
                        Map.of("project", mine.project, "name", "Draft", "route", "/draft", "access", "public"))
                .expect(201);
        assertThat(anonymous.get(mine.address() + "bundle.json").expect(200).text())
                .doesNotContain("Draft");
        anonymous.get(mine.address() + "draft").expect(404);
        mine.owner
                .post("studio/projects/" + mine.project + "/publish/", Map.of())
                .expect(202);
        assertThat(anonymous.get(mine.address() + "bundle.json").expect(200).text())
                .as("published, and not deployed")
                .doesNotContain("Draft");
        String before = anonymous.get(mine.address() + "bundle.json").header("ETag");
        mine.deployed();
        Answer after = anonymous
                .with("If-None-Match", before)
                .get(mine.address() + "bundle.json")
                .expect(200);
        assertThat(after.text()).contains("Draft");
        anonymous.get(mine.address() + "draft").expect(200);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        Answer first = anonymous.get(app.address() + "app.json").expect(200);
        assertThat(first.header("ETag")).startsWith("\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        Answer again = anonymous
                .with("If-None-Match", first.header("ETag"))
                .get(app.address() + "app.json")
                .expect(304);
        assertThat(again.text()).isEmpty();
        Client user = app.signedIn(app.newEndUser());
        Answer signedIn = user.get(app.address() + "app.json");
        assertThat(signedIn.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(signedIn.header("ETag")).isNotEqualTo(first.header("ETag"));
        Answer packed = user.with("Accept-Encoding", "gzip").get(app.address() + "app.json");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("ETag")).isNotEqualTo(signedIn.header("ETag"));
        assertThat(packed.headers().allValues("Vary").toString()).contains("Accept-Encoding", "Authorization");
    }

    @Test
    void theFrameRunsNoScriptOfItsOwn() {
        Answer frame = anonymous.get(app.address()).expect(200);
        assertThat(frame.header("Content-Type")).startsWith("text/html");
        assertThat(frame.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(frame.text()).contains("Desk &amp; co");
        anonymous.get(app.address().replaceAll("/$", "")).expect(200);
        anonymous.get(app.address() + "orders/5").expect(200);
        anonymous.get(app.address() + "-/sign-in").expect(200);
        anonymous.get(app.address() + "nowhere").expect(404);
        anonymous.get("/apps/no-such-" + Ids.next() + "/").expect(404);
        anonymous.post(app.address(), Map.of()).refused(405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void aThemeIsColoursAndNothingElse() {
        LiveApp mine = app.another("prod");
        mine.configure(Map.of(
                "theme",
                Map.of(
                        "primary_color", "#ffcc00",
                        "background_color", "red;}body{display:none",
                        "font", "serif")));
        Answer css = anonymous.get(mine.address() + "theme.css").expect(200);
        assertThat(css.text())
                .contains("--primary:#ffcc00")
                .doesNotContain("display")
                .contains("Georgia");
    }

    @Test
    void aStoppedApplicationSaysSoAndServesNobody() {
        LiveApp mine = app.another("prod");
        Client user = mine.signedIn(mine.newEndUser());
        mine.owner.post("runtime/apps/" + mine.id + "/stop/").expect(200);
        Answer page = anonymous.get(mine.address()).expect(503);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("taking a break");
        assertThat(anonymous.with("Accept-Language", "fr").get(mine.address()).text())
                .contains("fait une pause");
        anonymous.get(mine.address() + "app.json").refused(503, "APP_STOPPED");
        user.get(mine.auth() + "me/").refused(503, "APP_STOPPED");
        mine.login(People.newEmail(), People.PASSWORD).refused(503, "APP_STOPPED");
        mine.configure(Map.of("maintenance", Map.of("title", "<b>Back</b> at noon", "text", "We are moving.")));
        assertThat(anonymous.get(mine.address()).expect(503).text())
                .contains("&lt;b&gt;Back&lt;/b&gt; at noon", "We are moving.");
        assertThat(mine.owner
                        .get("runtime/apps/" + mine.id + "/status/")
                        .expect(200)
                        .at("health/api/status")
                        .asText())
                .isEqualTo("not_serving");
        mine.owner.post("runtime/apps/" + mine.id + "/start/").expect(200);
        anonymous.get(mine.address()).expect(200);
        user.get(mine.auth() + "me/").expect(200);
    }

    @Test
    void onlyListedOriginsMayReadAndNobodyWithCookies() {
        LiveApp mine = LiveApp.open();
        mine.configure(Map.of("cors_origins", List.of("https://shop.example.org")));
        for (String path :
                List.of(mine.address() + "app.json", "/api/v1/" + mine.rows(), "/api/v1/" + mine.auth() + "me/")) {
            Answer welcome =
                    anonymous.with("Origin", "https://shop.example.org").get(path);
            assertThat(welcome.header("Access-Control-Allow-Origin")).as(path).isEqualTo("https://shop.example.org");
            assertThat(welcome.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(welcome.headers().allValues("Vary").toString()).contains("Origin");
            for (String stranger : List.of(
                    "https://shop.example.org.evil.example",
                    "https://evil.example?https://shop.example.org",
                    "https://evilshop.example.org",
                    "https://sub.shop.example.org",
                    "http://shop.example.org",
                    "https://shop.example.org:8443",
                    "https://shop.example.org/",
                    "null",
                    "*")) {
                assertThat(anonymous.with("Origin", stranger).get(path).header("Access-Control-Allow-Origin"))
                        .as(stranger + " at " + path)
                        .isEmpty();
            }
        }
        Client shop = anonymous.with("Origin", "https://shop.example.org");
        assertThat(shop.get("studio/projects/").header("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(shop.get("/api/v1/" + app.rows()).header("Access-Control-Allow-Origin"))
                .as("another project's rows")
                .isEmpty();
        assertThat(shop.get(app.address() + "app.json").header("Access-Control-Allow-Origin"))
                .isEmpty();
        for (String bad : List.of("*", "null", "https://*.example.org", "https://a.example/path", "javascript:x")) {
            mine.owner
                    .patch(
                            "runtime/apps/" + mine.id + "/",
                            Map.of("configuration", Map.of("cors_origins", List.of(bad))))
                    .refused(400, "INVALID")
                    .blaming("configuration.cors_origins[0]");
        }
    }

    @Test
    void anApplicationTakesAsManyRequestsAsItsLimitSays() {
        LiveApp mine = app.another("prod");
        mine.configure(Map.of("rate_limit", 5));
        for (int i = 0; i < 5; i++) {
            anonymous.get(mine.address() + "app.json").expect(200);
        }
        Answer refused = anonymous.get(mine.address() + "app.json").refused(429, "TOO_MANY_REQUESTS");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        anonymous.get(app.address() + "app.json").expect(200);
    }

    @Test
    void figuresAreMeasuredOrAbsentWithAReason() {
        LiveApp mine = app.another("prod");
        Answer quiet = mine.owner.get("runtime/apps/" + mine.id + "/status/").expect(200);
        assertThat(quiet.at("performance").isNull()).isTrue();
        assertThat(quiet.at("unavailable/performance").asText()).isNotEmpty();
        assertThat(quiet.at("health/database/status").asText()).isEqualTo("healthy");
        assertThat(quiet.at("health/api/status").asText()).isEqualTo("healthy");
        assertThat(quiet.at("health/api/response_time_ms").decimalValue()).isPositive();
        for (int i = 0; i < 7; i++) {
            anonymous.get(mine.address() + "app.json").expect(200);
        }
        anonymous.get(mine.address() + "pages/" + Ids.next() + ".json").expect(404);
        JsonNode measured = Wait.until(
                () -> mine.owner
                        .get("runtime/apps/" + mine.id + "/status/")
                        .expect(200)
                        .at("performance"),
                figures -> figures.path("requests").asInt() == 8);
        assertThat(measured.path("refusals").asInt()).isEqualTo(1);
        assertThat(measured.path("failures").asInt()).isZero();
        assertThat(measured.path("average_ms").decimalValue()).isPositive();
        assertThat(measured.path("availability_percent").asDouble()).isEqualTo(100);
        assertThat(measured.path("measured_minutes").asInt()).isBetween(1, 3);
    }

    private static List<String> pages(Client who) {
        return who.get(app.address() + "app.json")
                .expect(200)
                .json()
                .path("pages")
                .findValuesAsText("name");
    }

    private static String page(Client who, String name) {
        for (JsonNode page : who.get(app.address() + "app.json").expect(200).at("pages")) {
            if (page.path("name").asText().equals(name)) {
                return page.path("id").asText();
            }
        }
        throw new AssertionError("No page " + name);
    }
}
