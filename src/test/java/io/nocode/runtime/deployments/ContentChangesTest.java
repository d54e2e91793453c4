package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentChangesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {\"pages\": [{\"id\": \"1\", \"name\": \"Home\"}]} | add_page Home",
                "{\"pages\": [{\"id\": \"1\", \"name\": \"Home\"}]} | {\"pages\": []} | remove_page Home",
                "{\"pages\": [{\"id\": \"1\", \"name\": \"Home\"}]} | {\"pages\": [{\"id\": \"1\", \"name\": \"Start\"}]} | change_page Start",
                "{\"pages\": [{\"id\": \"1\"}]} | {\"pages\": [{\"id\": \"1\"}]} | ``",
                "{\"settings\": {\"icon\": \"a\"}} | {\"settings\": {\"icon\": \"b\"}} | change_setting settings",
                "{\"workflows\": []} | {\"workflows\": [{\"id\": \"1\", \"name\": \"Mail\"}]} | add_workflow Mail"
            })
    void whatChangedIsNamed(String now, String wanted, String change) {
        assertThat(changes(now, wanted, Set.of()))
                .isEqualTo(change == null || change.isEmpty() ? List.of() : List.of(change));
    }

    @Test
    void policiesAreNamedWithTheirTable() {
        String now = """
                {"tables": [{"id": "t", "table_name": "orders", "policies": [{"id": "p", "role": "MEMBER"}]}]}
                """;
        String wanted = """
                {"tables": [{"id": "t", "table_name": "orders", "policies": [{"id": "q", "role": "VIEWER"}]}]}
                """;
        List<PlanStep> steps = ContentChanges.between(Json.parse(now), Json.parse(wanted), Set.of());
        assertThat(steps).extracting(PlanStep::action).containsExactly("remove_policy", "add_policy");
        assertThat(steps).extracting(PlanStep::table).containsOnly("orders");
        assertThat(steps).extracting(PlanStep::effect).containsOnly("safe");
    }

    @Test
    void aTableThatIsOnlyShownDifferentlyIsNamedUnlessStatementsChangeItAnyway() {
        String now = "{\"tables\": [{\"id\": \"t\", \"table_name\": \"orders\", \"display_name\": \"Orders\"}]}";
        String wanted = now.replace("Orders", "All orders");
        assertThat(changes(now, wanted, Set.of())).containsExactly("change_table orders");
        assertThat(changes(now, wanted, Set.of("orders"))).isEmpty();
    }

    private static List<String> changes(String now, String wanted, Set<String> altered) {
        return ContentChanges.between(Json.parse(now), Json.parse(wanted), altered).stream()
                .map(step -> step.action() + " " + step.name())
                .toList();
    }
}
