package io.nocode.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {
    @Test
    void theSlashAtItsEndIsLeftOut() {
        assertThat(PublicUrl.checked("https://nocode.example/tools/")).isEqualTo("https://nocode.example/tools");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nocode.example",
                "ftp://nocode.example",
                "https://",
                "https://nocode.example/?a=b",
                "https://nocode.example#top",
                "https://user@nocode.example",
                "https://nocode example"
            })
    void whatIsNoAddressOfAWebsiteIsRefusedByItsKey(String url) {
        assertThatThrownBy(() -> PublicUrl.checked(url)).hasMessageStartingWith("nocode.public-url must be a URL");
    }
}
