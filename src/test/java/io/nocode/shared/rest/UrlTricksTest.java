package io.nocode.shared.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.shared.problem.Problem;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTricksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/foundation/users/;a=b",
                "/api//v1/foundation/users/",
                "/api/v1/foundation/auth/login/%2e%2e/users/",
                "/api/v1/foundation/auth/login/../users/",
                "/api/v1/foundation%2fusers/",
                "/api/v1/foundation%2Fusers/",
                "/api/v1/foundation/users/.",
                "/api/v1\\foundation/users/",
                "/api/v1/foundation/users%00/",
                "/api/v1/foundation/users%252e/"
            })
    void aUrlThatCanBeReadInTwoWaysIsRefused(String path) {
        assertThatThrownBy(() -> UrlTricks.refuse(path)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/foundation/auth/.well-known/jwks.json",
                "/api/v1/studio/projects/",
                "/apps/a-b/%C3%A9t%C3%A9"
            })
    void aPlainUrlPasses(String path) {
        assertThatCode(() -> UrlTricks.refuse(path)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/foundation/users",
                "/api/v1/foundation/auth/login/x",
                "/api/V1/foundation/auth/login",
                "/api/v1/foundation/auth/LOGIN",
                "/api/v1/foundation/auth/login.",
                "/api/v1/studio/projects",
                "/api/v1/runtime/apps",
                "/api/v1/runtime/projects/1/other"
            })
    void onlyTheShortListIsPublic(String path) {
        Assertions.assertThat(PublicPaths.contains(path)).isFalse();
    }
}
