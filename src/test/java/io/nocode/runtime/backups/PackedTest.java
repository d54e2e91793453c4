package io.nocode.runtime.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedTest {
    @Test
    void aFileComesOutOfItsPiecesAsItWentIn() throws Exception {
        for (int length : new int[] {0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1_000_000}) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            List<byte[]> pieces = new ArrayList<>();
            PackedOutput out = new PackedOutput((number, piece) -> pieces.add(number, piece));
            write(out, bytes);
            assertThat(out.size()).isEqualTo(length);
            assertThat(out.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            try (PackedInput in = new PackedInput(
                    number -> number < pieces.size() ? Optional.of(pieces.get(number)) : Optional.empty())) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    private static void write(PackedOutput out, byte[] bytes) throws IOException {
        try (out) {
            int half = bytes.length / 3;
            out.write(bytes, 0, half);
            for (int i = half; i < Math.min(bytes.length, half + 10); i++) {
                out.write(bytes[i]);
            }
            if (bytes.length > half + 10) {
                out.write(bytes, half + 10, bytes.length - half - 10);
            }
        }
    }
}
