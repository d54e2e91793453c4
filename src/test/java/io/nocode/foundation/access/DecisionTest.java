package io.nocode.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.security.Caller;
import io.nocode.shared.security.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID PROJECT = UUID.randomUUID();
    private static final Target PRIVATE = Target.project(PROJECT, ORGANISATION, false);
    private static final Target PUBLIC = Target.project(PROJECT, ORGANISATION, true);
    private static final Caller PERSON = new Caller.User(UUID.randomUUID(), "ada@example.com", false, null);

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VIEWER", "MEMBER", "ADMIN", "OWNER"})
    void aRoleMayWhatItsRowOfTheTableSays(Role role) {
        for (Action action : Action.values()) {
            Decision decision = Decision.of(PERSON, new Membership(role, Set.of()), action, PRIVATE);
            assertThat(decision.isAllowed()).as(action.wireName()).isEqualTo(role.atLeast(action.least()));
            assertThat(decision.isSeen()).isTrue();
            assertThat(decision.rule()).isIn(Rule.ROLE, Rule.ROLE_TOO_LOW);
        }
    }

    @Test
    void outsidersSeePublicProjectsAndNothingElse() {
        assertThat(of(PERSON, Action.STUDIO_SEE, PUBLIC).rule()).isEqualTo(Rule.PUBLIC_PROJECT);
        assertThat(of(PERSON, Action.STUDIO_EDIT, PUBLIC)).isEqualTo(new Decision(Rule.NO_PART, true, Role.CLIENT));
        assertThat(of(PERSON, Action.ROWS_READ, PUBLIC).isAllowed()).isFalse();
        assertThat(of(PERSON, Action.STUDIO_SEE, PRIVATE)).isEqualTo(new Decision(Rule.NO_PART, false, Role.CLIENT));
        assertThat(of(Caller.NOBODY, Action.STUDIO_SEE, PUBLIC).rule()).isEqualTo(Rule.NOT_SIGNED_IN);
    }

    @Test
    void aMemberMayWhatTheyHaveBeenPermittedBeyondTheirRole() {
        Membership held = new Membership(Role.VIEWER, Set.of(Action.STUDIO_EDIT));
        assertThat(Decision.of(PERSON, held, Action.STUDIO_EDIT, PRIVATE).rule())
                .isEqualTo(Rule.PERMISSION);
        assertThat(Decision.of(key(Role.OWNER, false), held, Action.STUDIO_EDIT, PRIVATE)
                        .rule())
                .isEqualTo(Rule.ROLE_TOO_LOW);
    }

    @Test
    void aKeyNeverActsAboveItsMakerNorAboveItself() {
        Membership viewer = new Membership(Role.VIEWER, Set.of());
        Membership owner = new Membership(Role.OWNER, Set.of());
        assertThat(Decision.of(key(Role.ADMIN, false), viewer, Action.STUDIO_EDIT, PRIVATE)
                        .isAllowed())
                .isFalse();
        assertThat(Decision.of(key(Role.VIEWER, false), owner, Action.STUDIO_EDIT, PRIVATE)
                        .isAllowed())
                .isFalse();
        assertThat(Decision.of(key(Role.MEMBER, false), owner, Action.STUDIO_EDIT, PRIVATE)
                        .isAllowed())
                .isTrue();
        assertThat(Decision.of(key(Role.MEMBER, false), Membership.NONE, Action.STUDIO_SEE, PRIVATE)
                        .isSeen())
                .isFalse();
        assertThat(Decision.of(key(Role.MEMBER, true), Membership.NONE, Action.STUDIO_EDIT, PRIVATE)
                        .role())
                .isEqualTo(Role.MEMBER);
    }

    @Test
    void aKeyForSomeProjectsReachesNeitherOthersNorTheOrganisation() {
        Membership owner = new Membership(Role.OWNER, Set.of());
        Caller confined = key(Role.OWNER, false, PROJECT);
        assertThat(Decision.of(confined, owner, Action.STUDIO_EDIT, PRIVATE).isAllowed())
                .isTrue();
        Target other = Target.project(UUID.randomUUID(), ORGANISATION, true);
        assertThat(Decision.of(confined, owner, Action.STUDIO_SEE, other))
                .isEqualTo(new Decision(Rule.KEY_CONFINED, false, Role.CLIENT));
        Target whole = Target.organisation(ORGANISATION);
        assertThat(Decision.of(confined, owner, Action.ORGANISATION_SEE, whole).isAllowed())
                .isTrue();
        for (Action action : Set.of(Action.MEMBERS_SEE, Action.BILLING_MANAGE, Action.ORGANISATION_DELETE)) {
            assertThat(Decision.of(confined, owner, action, whole).rule()).isEqualTo(Rule.KEY_CONFINED);
        }
    }

    @Test
    void aKeyOfAnotherOrganisationHasNoPartHere() {
        Caller key = new Caller.ApiKey(
                UUID.randomUUID(), UUID.randomUUID(), "", true, UUID.randomUUID(), Role.OWNER, Set.of());
        assertThat(of(key, Action.STUDIO_SEE, PRIVATE)).isEqualTo(new Decision(Rule.KEY_ELSEWHERE, false, Role.CLIENT));
        assertThat(of(key, Action.STUDIO_SEE, PUBLIC).rule()).isEqualTo(Rule.PUBLIC_PROJECT);
    }

    private static Decision of(Caller caller, Action action, Target target) {
        return Decision.of(caller, Membership.NONE, action, target);
    }

    private static Caller key(Role role, boolean bySuperuser, UUID... projects) {
        return new Caller.ApiKey(
                UUID.randomUUID(), UUID.randomUUID(), "", bySuperuser, ORGANISATION, role, Set.of(projects));
    }
}
