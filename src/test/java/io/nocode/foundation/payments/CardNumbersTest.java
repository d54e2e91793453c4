package io.nocode.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "4242.4242.4242.4242",
                "4242\u00a04242\u00a04242\u00a04242",
                "4242\u200b4242\u200b4242\u200b4242",
                "4_2_4_2_4_2_4_2_4_2_4_2_4_2_4_2",
                "card: 4242424242424242 exp 12/30",
                "tok_4242424242424242",
                "４２４２４２４２４２４２４２４２",
                "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢",
                "378282246310005",
                "4222222222222",
                "6304000000000000018",
            })
    void aCardNumberIsFoundHoweverItIsWritten(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4242424242424241",
                "424242424242",
                "42424242424242424242",
                "pm_1NnXqK2eZvKYlo2C4242",
                "tok_visa",
                "00000000-0000-0000-0000-000000000000",
                "2026-01-01T00:00:00Z",
                "Zoé Müller",
            })
    void whatIsNoneIsLeftAlone(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"provider_token\": \"4242424242424242\"}",
                "{\"anything\": {\"deep\": [1, {\"x\": \"4242 4242 4242 4242\"}]}}",
                "{\"number\": 4242424242424242}",
                "{\"number\": 4.242424242424242E15}",
                "{\"4242424242424242\": true}",
                "[\"4242424242424242\"]",
                "\"4242424242424242\"",
            })
    void itIsRefusedInAnyField(String body) {
        assertThatThrownBy(() -> CardNumbers.refuse(Json.parse(body)))
                .hasMessageContaining("CARD_NUMBER")
                .hasMessageNotContaining("4242");
    }

    @Test
    void aBodyWithoutOnePasses() {
        CardNumbers.refuse(Json.parse("{\"organization_id\": \"019ab000-0000-7000-8000-424242424242\", \"n\": 12.5}"));
    }
}
