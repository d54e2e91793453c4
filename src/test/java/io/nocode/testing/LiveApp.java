package io.nocode.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import java.util.List;
import java.util.Map;

/** An application that is live, in an organisation of its own, and its end users. */
public final class LiveApp {
    public static final String PAGES = """
            [{"name": "Start", "route": "/", "is_home": true, "access": "public", "title": "Welcome"},
             {"name": "Orders", "route": "/orders", "access": "signed_in"},
             {"name": "Order", "route": "/orders/:id", "access": "signed_in"},
             {"name": "Office", "route": "/office", "access": "MEMBER"}]
            """;

    public final Client owner;
    public final String organization;
    public final String project;
    public final String id;
    public final String slug;
    public final String environment;

    private LiveApp(Client owner, String organization, String project, String environment) {
        this.owner = owner;
        this.organization = organization;
        this.project = project;
        this.environment = environment;
        Answer app = owner.post(
                        "runtime/apps/",
                        Map.of(
                                "project",
                                project,
                                "name",
                                "Desk & co",
                                "slug",
                                "desk-" + Ids.next(),
                                "environment",
                                environment))
                .expect(201);
        this.id = app.id();
        this.slug = app.at("slug").asText();
    }

    /** One with a table and four pages, live in prod, where whoever comes may register. */
    public static LiveApp open() {
        Client owner = People.newUser();
        String organization = People.newOrganization(owner);
        String project = People.newProject(owner, organization);
        owner.post("studio/schemas/", """
                        {"project": "%s", "table_name": "orders", "display_name": "Orders",
                         "fields_config": [{"name": "title", "type": "string"}]}
                        """.formatted(project)).expect(201);
        for (JsonNode page : io.nocode.shared.json.Json.parse(PAGES)) {
            ((com.fasterxml.jackson.databind.node.ObjectNode) page).put("project", project);
            owner.post("studio/pages/", page).expect(201);
        }
        owner.post("studio/projects/" + project + "/publish/", Map.of()).expect(202);
        LiveApp app = new LiveApp(owner, organization, project, "prod").deployed();
        app.configure(Map.of("accounts", Map.of("registration", "open")));
        return app;
    }

    /** Another application of the same project. */
    public LiveApp another(String inEnvironment) {
        LiveApp other = new LiveApp(owner, organization, project, inEnvironment).deployed();
        other.configure(Map.of("accounts", Map.of("registration", "open")));
        return other;
    }

    /** Brings the latest version live. */
    public LiveApp deployed() {
        String deployment = owner.post("runtime/apps/" + id + "/deploy/", Map.of())
                .expect(202)
                .at("deployment_id")
                .asText();
        JsonNode end = Wait.until(
                () -> owner.get("runtime/deployment-logs/" + deployment + "/")
                        .expect(200)
                        .json(),
                state -> !List.of("pending", "running")
                        .contains(state.path("status").asText()));
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("succeeded");
        return this;
    }

    public Answer configure(Map<String, ?> configuration) {
        return owner.patch("runtime/apps/" + id + "/", Map.of("configuration", configuration))
                .expect(200);
    }

    /** Where its end users sign in. */
    public String auth() {
        return "runtime/apps/" + id + "/auth/";
    }

    /** Where its pages are. */
    public String address() {
        return "/apps/" + slug + (environment.equals("prod") ? "" : "--" + environment) + "/";
    }

    public String rows() {
        return "runtime/projects/" + project + "/tables/orders/";
    }

    public Answer register(String email) {
        return Client.anonymous()
                .post(
                        auth() + "register/",
                        Map.of("email", email, "password", People.PASSWORD, "password_confirm", People.PASSWORD));
    }

    /** Somebody new who has registered and opened the link in the mail. */
    public String newEndUser() {
        String email = People.newEmail();
        register(email).expect(201);
        verify(email);
        return email;
    }

    public void verify(String email) {
        Client.anonymous()
                .post(auth() + "verify-email/", Map.of("token", People.tokenMailedTo(email)))
                .expect(200);
    }

    public Answer login(String email, String password) {
        return Client.anonymous().post(auth() + "login/", Map.of("email", email, "password", password));
    }

    /** An end user as a caller. */
    public Client signedIn(String email) {
        return Client.anonymous()
                .with(
                        "Authorization",
                        "Bearer "
                                + login(email, People.PASSWORD)
                                        .expect(200)
                                        .at("access")
                                        .asText());
    }

    /** The account of an end user, as who manages the application knows it. */
    public String accountOf(String email) {
        return owner.get("runtime/apps/" + id + "/users/?search=" + email)
                .expect(200)
                .at("results/0/id")
                .asText();
    }
}
