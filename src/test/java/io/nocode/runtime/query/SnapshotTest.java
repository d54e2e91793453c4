package io.nocode.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    @ParameterizedTest
    @ValueSource(strings = {"10:20:10,14,15", "20:20:", "1:9007199254740993:1", "10:11:10"})
    void aSnapshotIsTheSameInEveryForm(String text) {
        Snapshot snapshot = Snapshot.parse(text);
        assertThat(snapshot).hasToString(text);
        assertThat(Snapshot.decoded(snapshot.encoded())).contains(snapshot);
    }

    @Test
    void whatHasEndedIsNotOpen() {
        Snapshot snapshot = Snapshot.parse("10:20:10,14");
        assertThat(List.of(9L, 10L, 11L, 14L, 19L, 20L, 21L).stream()
                        .filter(snapshot::isOpen)
                        .toList())
                .containsExactly(10L, 14L, 20L, 21L);
        assertThat(snapshot.begin()).isEqualTo(10);
        assertThat(Snapshot.parse("20:20:").begin()).isEqualTo(20);
    }

    @Test
    void aPlaceIsTheIdOfAnEventAndBack() {
        Place at = Place.at(7, Snapshot.parse("10:20:10,14"));
        Place behind = at.behind(Snapshot.parse("14:1000:14,900"), 98_765_432, 123_456_789);
        assertThat(Place.of(at.id())).contains(at);
        assertThat(Place.of(behind.id())).contains(behind);
        assertThat(behind.id()).hasSizeLessThan(60).matches("[a-z0-9.-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.",
                ".1",
                "1.1.1",
                "1.1.1.1",
                "1.1.1.1.1.1",
                "x.ü",
                "1.0",
                "1.-1",
                "1.5-6",
                "1.5-1-2",
                "1.1.1.1.zzzzzzzzzzzzzzzzzz",
                "1.1.1.zzzzzzzzzzzzzzzzzz.1",
                "99999999999999999999999999.1",
                "1.a'; drop table row_change",
                "1.1.1.1.",
                "-.1"
            })
    void whatIsNoPlaceIsNone(String id) {
        assertThat(Place.of(id)).isEmpty();
    }

    @Test
    void nothingIsNoPlace() {
        assertThat(Place.of(null)).isEqualTo(Optional.empty());
    }
}
