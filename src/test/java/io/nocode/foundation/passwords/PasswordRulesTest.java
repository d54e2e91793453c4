package io.nocode.foundation.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"Correct7horse", "Éclair-42", "ПАРОЛЬ-нет-1", "Aaaaaaa1𝟚"})
    void aGoodPasswordHasNoFault(String password) {
        assertThat(PasswordRules.faultOf(password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Short1a, field.password.short",
        "'', field.password.short",
        "correct7horse, field.password.upper_case",
        "Correct-horse, field.password.digit",
        "Password1, field.password.common",
        "pASSWORD123, field.password.common",
        "Azerty123, field.password.common",
    })
    void theFirstRuleThatABadPasswordBreaksIsNamed(String password, String key) {
        assertThat(PasswordRules.faultOf(password)).contains(key);
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsOneCharacter() {
        assertThat(PasswordRules.faultOf("A1😀😀😀😀")).contains("field.password.short");
    }

    @Test
    void bothTimesItMustBeTheSame() {
        assertThatThrownBy(() -> PasswordRules.require("new_password", "Correct7horse", "Correct7house"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.reason()).isEqualTo(CommonProblem.INVALID);
                    assertThat(problem.details()).containsOnlyKeys("new_password_confirm");
                });
    }
}
