package io.nocode.runtime.served;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {
    @ParameterizedTest
    @CsvSource({
        "public, , true",
        "signed_in, , false",
        "MEMBER, , false",
        "signed_in, clerk, true",
        "VIEWER, clerk, false",
        "VIEWER, CLIENT, false",
        "VIEWER, VIEWER, true",
        "MEMBER, VIEWER, false",
        "MEMBER, ADMIN, true",
        "OWNER, ADMIN, false",
        "unheard_of, OWNER, false",
        "'', OWNER, false"
    })
    void aPageIsSeenByWhomItsAccessNames(String access, String role, boolean seen) {
        assertThat(new Audience(role).sees(access)).isEqualTo(seen);
    }
}
