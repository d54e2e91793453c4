package io.nocode.studio.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesIT {
    @ParameterizedTest
    @CsvSource({
        "crm, en, Companies", "crm, fr, Entreprises", "inventory, en, Products", "inventory, fr, Produits",
        "help_desk, en, Requests", "help_desk, fr, Demandes", "events, en, Places", "events, fr, Lieux",
        "content_site, en, Articles", "content_site, fr, Auteurs"
    })
    void aTemplateMakesAnApplicationThatCanBePublishedAtOnce(String key, String language, String table) {
        Client owner = People.newUser().with("Accept-Language", language);
        String organization = People.newOrganization(owner);
        String project = owner.post(
                        "studio/projects/",
                        Map.of("name", "From a template", "organization_id", organization, "template", key))
                .expect(201)
                .id();
        Answer tables = owner.get("studio/schemas/?project=" + project).expect(200);
        assertThat(tables.at("results").findValuesAsText("display_name")).contains(table);
        for (JsonNode each : tables.at("results")) {
            String name = each.path("table_name").asText();
            assertThat(owner.get("runtime/projects/" + project + "/tables/" + name + "/")
                            .expect(200)
                            .at("count")
                            .asInt())
                    .as(name)
                    .isPositive();
        }
        int pages = owner.get("studio/pages/?project=" + project).at("count").asInt();
        assertThat(pages).isEqualTo(1 + 4 * tables.at("count").asInt());
        String workflow = owner.get("automation/workflows/?project=" + project)
                .expect(200)
                .at("results/0/id")
                .asText();
        owner.post("automation/workflows/" + workflow + "/activate/").expect(200);
        owner.post("studio/projects/" + project + "/publish/").expect(202);
    }

    @Test
    void whoHasJustComeBeginsWithATemplateAndGetsAnOrganisationOnTheWay() {
        Client somebody = People.newUser();
        assertThat(somebody.get("foundation/organizations/")
                        .expect(200)
                        .at("count")
                        .asInt())
                .isZero();
        String project = somebody.post("studio/projects/", Map.of("name", "My first", "template", "crm"))
                .expect(201)
                .id();
        assertThat(somebody.get("studio/schemas/?project=" + project)
                        .expect(200)
                        .at("count")
                        .asInt())
                .isPositive();
    }

    @Test
    void templatesAreToldInTheCallersLanguage() {
        Client somebody = People.newUser();
        assertThat(somebody.get("studio/templates/").expect(200).at("results").findValuesAsText("key"))
                .containsExactly("crm", "inventory", "help_desk", "events", "content_site");
        assertThat(somebody.with("Accept-Language", "fr")
                        .get("studio/templates/")
                        .at("results/1/name")
                        .asText())
                .isEqualTo("Stocks");
    }

    @Test
    void anUnknownTemplateMakesNothing() {
        Client owner = People.newUser();
        String organization = People.newOrganization(owner);
        owner.post("studio/projects/", Map.of("name", "Nothing", "organization_id", organization, "template", "../crm"))
                .refused(400, "INVALID")
                .blaming("template");
        assertThat(owner.get("studio/projects/?organization_id=" + organization)
                        .at("count")
                        .asInt())
                .isZero();
    }
}
