package io.nocode.runtime.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PieceLinesTest {
    private static final UUID FILE = new UUID(1, 2);

    @Test
    void aFileComesOutOfItsLinesAsItWentIn() throws Exception {
        for (int length : new int[] {0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1_000_000}) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            StringWriter lines = new StringWriter();
            try (PieceLines out = new PieceLines(lines, FILE)) {
                out.write(bytes, 0, length / 3);
                out.write(bytes, length / 3, length - length / 3);
            }
            List<String> written = lines.toString().lines().toList();
            assertThat(written).hasSize(Math.max(1, (length + 256 * 1024 - 1) / (256 * 1024)));
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            for (String line : written) {
                PieceLines.Piece piece = PieceLines.Piece.of(line);
                assertThat(piece.file()).isEqualTo(FILE);
                assertThat(piece.start()).isEqualTo(read.size());
                read.writeBytes(piece.content());
            }
            assertThat(read.toByteArray()).isEqualTo(bytes);
        }
    }

    @Test
    void aPieceIsWhatPostgreSqlReadsAsBytes() throws Exception {
        StringWriter lines = new StringWriter();
        try (PieceLines out = new PieceLines(lines, FILE)) {
            out.write(new byte[] {0, '\\', (byte) 0xff});
        }
        assertThat(lines.toString()).isEqualTo(FILE + "\t0\t\\\\x005cff\n");
    }
}
