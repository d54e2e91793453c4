package io.nocode.studio.components;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComponentTypesTest {
    @Test
    void everyTypeOfTheContractIsInTheCatalogue() {
        assertThat(ComponentTypes.all(Locale.ENGLISH))
                .extracting(ComponentType::name)
                .containsExactlyInAnyOrder(
                        "DataTable",
                        "Form",
                        "DetailView",
                        "ListView",
                        "Chart",
                        "Stat",
                        "Button",
                        "Input",
                        "Text",
                        "Image",
                        "Container",
                        "Card",
                        "Divider",
                        "Menu",
                        "Breadcrumb",
                        "Tabs",
                        "Modal",
                        "Link",
                        "Kanban",
                        "Calendar",
                        "FileUpload",
                        "RichText",
                        "Map",
                        "Markdown");
    }

    @Test
    void theServerKnowsTheTypesOfTheFrontEndsRegistry() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/frontend/src/registry/components"))) {
            assertThat(ComponentTypes.all(Locale.FRENCH))
                    .extracting(ComponentType::name)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".js", ""))
                                    .toList());
        }
    }

    @Test
    void bothLanguagesTellTheSameInOtherWords() {
        for (ComponentType english : ComponentTypes.all(Locale.ENGLISH)) {
            ComponentType french =
                    ComponentTypes.named(english.name(), Locale.FRENCH).orElseThrow();
            assertThat(french.properties().path("properties").fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(
                            () -> english.properties().path("properties").fieldNames());
            assertThat(french.defaults()).isEqualTo(english.defaults());
            assertThat(french.events()).isEqualTo(english.events());
            assertThat(french.slots()).isEqualTo(english.slots());
        }
        assertThat(ComponentTypes.named("Button", Locale.FRENCH).orElseThrow().label())
                .isEqualTo("Bouton");
    }

    @Test
    void theDefaultsOfEveryTypeFitItsProperties() {
        Faults faults = new Faults();
        ComponentTypes.all(Locale.ENGLISH)
                .forEach(type -> ConfigCheck.check(type, type.defaults(), type.name(), faults));
        assertThat(faults.byField()).isEmpty();
    }

    @Test
    void everyTypeIsInAKnownCategory() {
        List<String> keys = ComponentTypes.categories(Locale.ENGLISH).stream()
                .map(ComponentTypes.Category::key)
                .toList();
        assertThat(ComponentTypes.all(Locale.ENGLISH))
                .allSatisfy(type -> assertThat(keys).contains(type.category()));
    }

    @Test
    void propertiesMayBeBoundAndOthersAreNamed() {
        assertThat(faults("Chart", "{\"limit\": \"{{page.params.limit}}\"}")).isEmpty();
        assertThat(faults("Chart", "{\"limit\": 5000, \"colour\": \"{{x}}\", \"chart_type\": \"cake\"}"))
                .containsExactlyInAnyOrder("config.limit", "config.colour", "config.chart_type");
        assertThat(faults("Button", "{\"on_click\": [{\"action\": \"navigate\", \"to\": \"/x\"}, {\"to\": \"/y\"}]}"))
                .containsExactly("config.on_click[1].action");
    }

    @Test
    void whatNestsTooDeepIsRefused() {
        assertThat(faults("DataTable", "{\"filters\": " + "{\"a\": ".repeat(20) + "1" + "}".repeat(20) + "}"))
                .containsExactly("config");
    }

    private static List<String> faults(String type, String config) {
        Faults faults = new Faults();
        ConfigCheck.check(ComponentTypes.named(type).orElseThrow(), Json.parse(config), "config", faults);
        return List.copyOf(faults.byField().keySet());
    }
}
