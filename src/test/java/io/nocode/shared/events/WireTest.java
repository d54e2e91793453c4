package io.nocode.shared.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private final Connection connection = new Connection();
    private final AtomicInteger roomAgain = new AtomicInteger();
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicInteger completed = new AtomicInteger();
    private Wire wire;

    @BeforeEach
    void aConnection() {
        wire = new Wire(Work::run, roomAgain::incrementAndGet, gone::incrementAndGet);
    }

    @Test
    void whatIsSentBeforeAndAfterTheBeginningGoesOutInOrder() {
        wire.send(bytes("one\n"));
        begin();
        assertThat(connection.text()).isEmpty();
        wire.onWritePossible();
        wire.send(bytes("two\n"));
        assertThat(connection.text()).endsWith("\n\none\ntwo\n");
        assertThat(connection.flushes).isPositive();
        assertThat(wire.stalledSince()).isNull();
    }

    @Test
    void whoDoesNotReadHasNoRoomUntilTheyDo() {
        begin();
        wire.onWritePossible();
        connection.slices = 0;
        wire.send(new byte[Wire.ROOM - 1]);
        assertThat(wire.hasRoom()).isTrue();
        wire.send(new byte[10]);
        assertThat(wire.hasRoom()).isFalse();
        assertThat(wire.stalledSince()).isNotNull();
        assertThat(roomAgain).hasValue(0);

        connection.slices = Integer.MAX_VALUE;
        wire.onWritePossible();
        assertThat(wire.hasRoom()).isTrue();
        assertThat(roomAgain).hasValue(1);
        assertThat(wire.stalledSince()).isNull();
    }

    @Test
    void whoFindsNoRoomWhileOthersWriteIsToldToo() {
        begin();
        connection.meanwhile = () -> {
            connection.meanwhile = () -> {};
            wire.send(new byte[Wire.ROOM]);
            assertThat(wire.hasRoom()).isFalse();
        };
        wire.onWritePossible();
        assertThat(wire.hasRoom()).isTrue();
        assertThat(roomAgain).hasValue(1);
    }

    @Test
    void whoFoundRoomIsNotTold() {
        begin();
        wire.onWritePossible();
        wire.send(new byte[100]);
        assertThat(wire.hasRoom()).isTrue();
        assertThat(roomAgain).hasValue(0);
    }

    @Test
    void theEndWaitsForWhatWaits() {
        begin();
        wire.send(bytes("last\n"));
        wire.end();
        wire.send(bytes("never\n"));
        assertThat(gone).hasValue(0);
        wire.onWritePossible();
        assertThat(connection.text()).endsWith("last\n");
        assertThat(gone).hasValue(1);
        assertThat(completed).hasValue(1);
    }

    @Test
    void whoMayHearNoMoreDoesNotGetWhatWaits() {
        begin();
        wire.send(bytes("secret\n"));
        wire.endWith(bytes("bye\n"));
        wire.onWritePossible();
        assertThat(connection.text()).isEqualTo("bye\n");
        assertThat(wire.isClosed()).isTrue();
    }

    @Test
    void theReasonIsToldEvenIfItIsFoundTwice() {
        begin();
        wire.endWith(bytes("bye\n"));
        wire.endWith(bytes("bye again\n"));
        wire.onWritePossible();
        assertThat(connection.text()).isEqualTo("bye\n");
        assertThat(completed).hasValue(1);
    }

    @Test
    void whoeverEndsInPeaceMayStillBeToldToGo() {
        begin();
        wire.send(bytes("secret\n"));
        wire.end();
        wire.endWith(bytes("bye\n"));
        wire.onWritePossible();
        assertThat(connection.text()).isEqualTo("bye\n");
    }

    @Test
    void aLostConnectionIsOverOnce() {
        begin();
        wire.onWritePossible();
        connection.broken = true;
        wire.send(bytes("one\n"));
        assertThat(wire.isClosed()).isTrue();
        wire.onError(new IOException("gone"));
        wire.close();
        wire.send(bytes("two\n"));
        assertThat(gone).hasValue(1);
    }

    private void begin() {
        AsyncContext async = (AsyncContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("complete")) {
                        completed.incrementAndGet();
                    }
                    return null;
                });
        wire.begin(async, connection);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A connection that takes so many slices. */
    private static final class Connection extends ServletOutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int slices = Integer.MAX_VALUE;
        private int flushes;
        private boolean broken;
        private Runnable meanwhile = () -> {};

        String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            return slices > 0;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int one) {
            taken.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (broken) {
                throw new IOException("broken pipe");
            }
            slices--;
            taken.write(bytes, from, length);
            meanwhile.run();
        }

        @Override
        public void flush() {
            flushes++;
        }
    }
}
