package io.nocode.foundation.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.security.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Security case S8: nobody grants more than they have. */
class GrantsTest {
    @Test
    void anAdminGrantsWhatAnAdminMay() {
        assertThat(Grants.require(Role.ADMIN, Role.ADMIN, List.of("studio_delete", "studio_delete")))
                .containsExactly("studio_delete");
        assertThat(Grants.require(Role.ADMIN, Role.VIEWER, null)).isEmpty();
    }

    @Test
    void nobodyGrantsARoleAboveTheirOwn() {
        refused(CommonProblem.FORBIDDEN, Role.MEMBER, Role.ADMIN, List.of());
    }

    @Test
    void nobodyGrantsAnActionThatTheyMayNot() {
        refused(CommonProblem.FORBIDDEN, Role.ADMIN, Role.MEMBER, List.of("organisation_delete"));
    }

    @Test
    void whatIsNoActionIsNamed() {
        refused(CommonProblem.INVALID, Role.OWNER, Role.MEMBER, List.of("studio_edit", "STUDIO_EDIT"));
    }

    private static void refused(CommonProblem reason, Role granter, Role role, List<String> permissions) {
        assertThatThrownBy(() -> Grants.require(granter, role, permissions))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.reason()).isEqualTo(reason));
    }
}
