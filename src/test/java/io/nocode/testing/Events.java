package io.nocode.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Somebody who follows server-sent events, as a browser reads them. */
public final class Events implements AutoCloseable {
    /**
     * An event.
     *
     * @param id the last id that has come with it or before
     */
    public record Event(String id, String name, JsonNode data) {}

    private static final Event OVER = new Event("", "", Json.object());
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> response;
    private volatile String lastId = "";

    Events(Client client, String path, String lastEventId) {
        try {
            response = client.open(path, lastEventId);
            assertThat(response.statusCode()).as("GET " + path).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
        lastId = lastEventId == null ? "" : lastEventId;
    }

    /** Begins to read. */
    public void begin() {
        Thread reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The id to come back with. */
    public String lastId() {
        return lastId;
    }

    /** The next event; fails after a minute without one, and where the stream has ended. */
    public Event next() {
        Event event = nextOrNull(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("an event within a minute").isNotNull();
        assertThat(event).as("an event before the end").isNotSameAs(OVER);
        return event;
    }

    /** The next event; null where the stream has ended, or has been silent for so long that it is given up. */
    public Event nextOrNull() {
        Event event = nextOrNull(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return event == OVER ? null : event;
    }

    /** The next event of that name; others are passed over. */
    public Event next(String name) {
        return next(event -> event.name().equals(name));
    }

    /** The next event that is as wanted; others are passed over. */
    public Event next(Predicate<Event> wanted) {
        while (true) {
            Event event = next();
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    /** So many events of that name. */
    public List<Event> next(String name, int count) {
        List<Event> events = new ArrayList<>();
        while (events.size() < count) {
            events.add(next(name));
        }
        return events;
    }

    /** What has been heard and not been asked for. */
    public List<Event> rest() {
        List<Event> rest = new ArrayList<>();
        heard.drainTo(rest);
        rest.removeIf(event -> event == OVER);
        return rest;
    }

    /** Waits for the stream to end, whatever comes before. */
    public void untilOver() {
        while (true) {
            Event event = nextOrNull(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("the end within a minute").isNotNull();
            if (event == OVER) {
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException alreadyGone) {
            // As wanted.
        }
    }

    private Event nextOrNull(long time, TimeUnit unit) {
        try {
            return heard.poll(time, unit);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "message";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        heard.add(new Event(lastId, name, Json.parse(data.toString())));
                    }
                    data.setLength(0);
                    name = "message";
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                }
            }
        } catch (IOException cut) {
            // The stream is over.
        } finally {
            heard.add(OVER);
        }
    }
}
