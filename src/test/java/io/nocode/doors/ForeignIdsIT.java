package io.nocode.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Security case S6, for studio: the ids of another organisation answer, in path, body and query, as ids that nothing
 * has.
 */
class ForeignIdsIT {
    private static final Pattern WORD =
            Pattern.compile("\\$(project|organization|schema|page|component|new_component)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** What an id in a query parameter of this name is the id of. */
    private static final Map<String, String> OF = Map.of(
            "project", "project",
            "project_id", "project",
            "organization_id", "organization",
            "page", "page");

    private static World mine;
    private static World theirs;

    @BeforeAll
    static void twoOrganizations() {
        mine = World.whole();
        theirs = World.whole();
    }

    @Test
    void inPathsTheyAreNothing() {
        List<String> faults = new ArrayList<>();
        for (Door door : doors()) {
            for (int which = 0; theirs.id(door.template(), which) != null; which++) {
                String id = theirs.id(door.template(), which);
                if (ID.matcher(id).matches()) {
                    String query = mine.filled(door.query());
                    String body = mine.filled(door.body());
                    compare(
                            faults,
                            door,
                            mine.path(door.template(), which, id) + query,
                            mine.path(door.template(), which, Ids.next().toString()) + query,
                            body,
                            body,
                            404);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void inBodiesAndQueriesTheyAreNothing() {
        List<String> faults = new ArrayList<>();
        for (Door door : doors()) {
            String whole = door.query() + " " + door.body();
            for (Matcher word = WORD.matcher(whole); word.find(); ) {
                String name = word.group();
                String foreign = theirs.filled(name);
                String none = Ids.next().toString();
                String path = mine.path(door.template());
                compare(
                        faults,
                        door,
                        path + mine.filled(door.query().replace(name, foreign)),
                        path + mine.filled(door.query().replace(name, none)),
                        door.body() == null ? null : mine.filled(door.body().replace(name, foreign)),
                        door.body() == null ? null : mine.filled(door.body().replace(name, none)),
                        404);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void inFiltersTheyGiveAnEmptyPage() {
        List<String> faults = new ArrayList<>();
        for (Door door : doors()) {
            boolean list = door.method().equals("GET")
                    && door.query().isEmpty()
                    && !door.template().contains("{");
            for (String parameter : list ? Bodies.parameters(door) : List.<String>of()) {
                boolean number = parameter.equals("page") && !door.template().endsWith("/components/");
                if (OF.containsKey(parameter) && !number) {
                    String path = door.template() + "?" + parameter + "=";
                    String foreign = theirs.filled("$" + OF.get(parameter));
                    compare(faults, door, path + foreign, path + Ids.next(), null, null, 200);
                    assertThat(mine.callers
                                    .get("owner")
                                    .get(path + foreign)
                                    .at("count")
                                    .asInt())
                            .as(path)
                            .isZero();
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<Door> doors() {
        return Door.all().stream()
                .filter(door -> door.template().startsWith("/api/v1/studio/"))
                .toList();
    }

    private static void compare(
            List<String> faults,
            Door door,
            String foreignPath,
            String nonePath,
            String foreignBody,
            String noneBody,
            int wanted) {
        Client owner = mine.callers.get("owner");
        Answer foreign = owner.send(door.method(), foreignPath, foreignBody);
        Answer none = owner.send(door.method(), nonePath, noneBody);
        if (foreign.status() != wanted
                || none.status() != wanted
                || !masked(foreign).equals(masked(none))) {
            faults.add("%s %s %s answered %d %s, an id that nothing has %d %s"
                    .formatted(
                            door.method(),
                            foreignPath,
                            foreignBody,
                            foreign.status(),
                            foreign.text(),
                            none.status(),
                            none.text()));
        }
    }

    private static String masked(Answer answer) {
        return ID.matcher(answer.text()).replaceAll("*");
    }
}
