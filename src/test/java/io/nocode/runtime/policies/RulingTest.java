package io.nocode.runtime.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.studio.schema.Act;
import io.nocode.studio.schema.TablePolicy;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulingTest {
    /** In each act: {@code all}, or the roles of the policies that count, or nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // policies                             | who    | read          | create | update | delete
                "                                       | VIEWER | all           |        |        |",
                "                                       | MEMBER | all           | all    | all    | all",
                "                                       | CLIENT |               |        |        |",
                "                                       | public |               |        |        |",
                "                                       | clerk  |               |        |        |",
                "                                       | OWNER  | all           | all    | all    | all",
                "VIEWER read                            | VIEWER | VIEWER        |        |        |",
                "VIEWER update                          | VIEWER |               |        | VIEWER |",
                "VIEWER read                            | MEMBER | all           | all    | all    | all",
                "VIEWER read                            | ADMIN  | all           | all    | all    | all",
                "MEMBER read                            | VIEWER | all           |        |        |",
                "MEMBER read, MEMBER read               | MEMBER | MEMBER MEMBER |        |        |",
                "CLIENT read                            | CLIENT | CLIENT        |        |        |",
                "CLIENT read                            | public |               |        |        |",
                "CLIENT read                            | clerk  |               |        |        |",
                "clerk read, clerk create               | clerk  | clerk         | clerk  |        |",
                "clerk read, cook read                  | cook   | cook          |        |        |",
                "public read                            | public | public        |        |        |",
                "public read                            | CLIENT | public        |        |        |",
                "public read                            | clerk  | public        |        |        |",
                "public read, public create             | VIEWER | all           | public |        |",
                "public read, MEMBER read               | MEMBER | public MEMBER |        |        |",
                "public read, MEMBER delete             | MEMBER | public        |        |        | MEMBER",
                "public delete                          | OWNER  | all           | all    | all    | all",
            })
    void policiesRefineTheRoleTable(
            String policies, String who, String read, String create, String update, String delete) {
        List<TablePolicy> all = policies == null
                ? List.of()
                : Arrays.stream(policies.split(", ")).map(RulingTest::policy).toList();
        Ruling ruling = Ruling.of(all, standing(who));
        assertThat(told(ruling, Act.READ)).isEqualTo(read == null ? "" : read);
        assertThat(told(ruling, Act.CREATE)).isEqualTo(create == null ? "" : create);
        assertThat(told(ruling, Act.UPDATE)).isEqualTo(update == null ? "" : update);
        assertThat(told(ruling, Act.DELETE)).isEqualTo(delete == null ? "" : delete);
    }

    private static String told(Ruling ruling, Act act) {
        String told = ruling.free().contains(act)
                ? "all"
                : ruling.policies().getOrDefault(act, List.of()).stream()
                        .map(TablePolicy::role)
                        .collect(Collectors.joining(" "));
        assertThat(ruling.may(act)).isEqualTo(!told.isEmpty());
        return told;
    }

    private static TablePolicy policy(String text) {
        String[] words = text.split(" ");
        return new TablePolicy(
                UUID.randomUUID(), words[0], Act.named(words[1]).orElseThrow(), Json.object(), null, null);
    }

    private static Standing standing(String role) {
        return switch (role) {
            case "VIEWER" -> new Standing(role, false, Set.of(Act.READ));
            case "MEMBER" -> new Standing(role, false, EnumSet.allOf(Act.class));
            case "ADMIN", "OWNER" -> new Standing(role, true, EnumSet.allOf(Act.class));
            default -> new Standing(role, false, Set.of());
        };
    }
}
