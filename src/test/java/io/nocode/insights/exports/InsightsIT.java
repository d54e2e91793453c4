package io.nocode.insights.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsightsIT {
    private Client owner;
    private String organization;
    private String project;

    @BeforeEach
    void aProject() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        project = People.newProject(owner, organization);
    }

    @Test
    void anEventIsKeptWithItsAuthorFromTheRequest() {
        Answer tracked = track(owner, "opened");
        assertThat(tracked.at("processed").asBoolean()).isTrue();
        Answer activity = owner.get("insights/activities/" + tracked.id() + "/").expect(200);
        assertThat(activity.at("user_id").isTextual()).isTrue();
        assertThat(activity.at("organization_id").asText()).isEqualTo(organization);
        assertThat(activity.at("ip_address").asText()).isEqualTo("127.0.0.1");
        owner.post("insights/track/", Map.of("event_type", "user_action", "event_name", "x", "user_id", project))
                .refused(400, "UNKNOWN_FIELD")
                .blaming("user_id");
    }

    @Test
    void timeDoesNotLieFarAhead() {
        String ahead = Instant.now().plus(25, ChronoUnit.HOURS).toString();
        owner.post("insights/track/", Map.of("event_type", "page_view", "event_name", "x", "timestamp", ahead))
                .refused(400, "INVALID")
                .blaming("timestamp");
        owner.post(
                        "insights/track/",
                        Map.of("event_type", "page_view", "event_name", "old", "timestamp", "2024-01-15T10:30:00Z"))
                .expect(201);
    }

    @Test
    void theGoodEventsOfABatchAreKeptAndTheBadOnesNamed() {
        Answer batch =
                owner.post("insights/track/batch/", """
                        {"events": [{"event_type": "page_view", "event_name": "a", "project_id": "%s"},
                                    {"event_type": "nonsense", "event_name": ""}, 7]}
                        """.formatted(project)).expect(201);
        assertThat(batch.at("processed_count").asInt()).isEqualTo(1);
        assertThat(batch.at("failed_count").asInt()).isEqualTo(2);
        assertThat(batch.at("errors/0/index").asInt()).isEqualTo(1);
        assertThat(batch.at("errors/0/details").has("event_type")).isTrue();
        assertThat(names("project_id=" + project)).containsExactly("a");
        Answer test = owner.post(
                        "insights/track/test/",
                        "{\"test_events\": [{\"event_type\": \"page_view\", \"event_name\": \"never\"}]}")
                .expect(200);
        assertThat(test.at("valid_count").asInt()).isEqualTo(1);
        assertThat(names("event_name=never")).isEmpty();
    }

    @Test
    void membersSeeTheOrganisationsActivitiesViewersTheirOwnOthersNone() {
        track(owner, "opened");
        Client member = People.newMember(owner, organization, "MEMBER");
        Client viewer = People.newMember(owner, organization, "VIEWER");
        Client stranger = People.newUser();
        track(viewer, "looked");
        assertThat(names(member, "project_id=" + project)).containsExactlyInAnyOrder("opened", "looked");
        assertThat(names(viewer, "project_id=" + project)).containsExactly("looked");
        assertThat(names(stranger, "project_id=" + project)).isEmpty();
        stranger.post("insights/track/", Map.of("event_type", "page_view", "event_name", "x", "project_id", project))
                .refused(404, "NOT_FOUND");
        stranger.post("insights/export/", export("csv", Map.of())).refused(404, "NOT_FOUND");
        member.post("insights/export/", export("csv", Map.of())).refused(403, "FORBIDDEN");
    }

    @Test
    void aWalkByCursorMissesAndRepeatsNothing() {
        for (int i = 0; i < 5; i++) {
            track(owner, "e" + i);
        }
        List<String> seen = new java.util.ArrayList<>();
        String next = "insights/activities/?cursor=&page_size=2&project_id=" + project;
        while (!next.isEmpty()) {
            Answer page = owner.get(next).expect(200);
            assertThat(page.at("count").isNull()).isTrue();
            seen.addAll(page.json().path("results").findValuesAsText("event_name"));
            next = page.at("next").asText("");
            next = next.equals("null") ? "" : next;
        }
        assertThat(seen).containsExactly("e4", "e3", "e2", "e1", "e0");
        owner.get("insights/activities/?cursor=nonsense")
                .refused(400, "INVALID")
                .blaming("cursor");
    }

    @Test
    void anExportIsMadeAndDownloadedWholeAndInParts() {
        track(owner, "=HYPERLINK(1)");
        IntStream.range(0, 3)
                .forEach(batch -> owner.post(
                                "insights/track/batch/",
                                Map.of(
                                        "events",
                                        IntStream.range(0, 1_000)
                                                .mapToObj(i -> Map.of(
                                                        "event_type",
                                                        "api_call",
                                                        "event_name",
                                                        "n" + i,
                                                        "project_id",
                                                        project))
                                                .toList()))
                        .expect(201));
        JsonNode done = made(export("csv", Map.of("fields", List.of("event_name", "event_type"))));
        assertThat(done.at("/file_info/records_count").asInt()).isEqualTo(3_001);
        assertThat(done.path("progress_percentage").asInt()).isEqualTo(100);
        String path = "insights/export/" + done.path("export_id").asText() + "/download/";
        Answer whole = owner.get(path).expect(200);
        assertThat(whole.text()).startsWith("event_name,event_type\r\n'=HYPERLINK(1),user_action\r\n");
        assertThat(whole.text().lines()).hasSize(3_002);
        Answer part = owner.with("Range", "bytes=0-9").get(path).expect(206);
        assertThat(part.text()).isEqualTo("event_name");
        assertThat(part.header("Content-Range")).endsWith("/" + done.at("/file_info/size_bytes"));
        owner.with("Range", "bytes=99999999-").get(path).refused(416, "RANGE_NOT_SATISFIABLE");
        owner.with("If-None-Match", whole.header("ETag")).get(path).expect(304);
        People.newUser().get(path).refused(404, "NOT_FOUND");
        owner.delete("insights/export/" + done.path("export_id").asText() + "/").expect(204);
        owner.get(path).refused(404, "NOT_FOUND");
    }

    @Test
    void anEmptyExportIsAWholeFileToo() {
        JsonNode done = made(export("json", Map.of("filters", Map.of("event_name", "nobody did this"))));
        String path = "insights/export/" + done.path("export_id").asText() + "/download/";
        assertThat(Json.parse(owner.get(path).expect(200).text())).isEmpty();
    }

    @Test
    void whatIsNotWholeIsRefused() {
        owner.post("insights/export/", export("pdf", Map.of()))
                .refused(400, "INVALID")
                .blaming("format");
        owner.post("insights/export/", export("csv", Map.of("options", Map.of("compression", "zip"))))
                .refused(400, "INVALID")
                .blaming("options.compression");
        owner.post("insights/export/", export("csv", Map.of("fields", List.of("id", "password"))))
                .refused(400, "INVALID")
                .blaming("fields[1]");
    }

    private JsonNode made(Map<String, Object> request) {
        String id = owner.post("insights/export/", request)
                .expect(202)
                .at("export_id")
                .asText();
        JsonNode end = Wait.until(
                () -> owner.get("insights/export/" + id + "/status/")
                        .expect(200)
                        .json(),
                state -> !List.of("pending", "running")
                        .contains(state.path("status").asText()));
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("succeeded");
        return end;
    }

    private Map<String, Object> export(String format, Map<String, Object> more) {
        Map<String, Object> request = new java.util.HashMap<>(more);
        request.put("organization_id", organization);
        request.put("export_type", "user_activity");
        request.put("format", format);
        return request;
    }

    private Answer track(Client who, String name) {
        return who.post(
                        "insights/track/",
                        Map.of("event_type", "user_action", "event_name", name, "project_id", project))
                .expect(201);
    }

    private List<String> names(String query) {
        return names(owner, query);
    }

    private static List<String> names(Client who, String query) {
        return who.get("insights/activities/?" + query)
                .expect(200)
                .json()
                .path("results")
                .findValuesAsText("event_name");
    }
}
