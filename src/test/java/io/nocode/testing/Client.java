package io.nocode.testing;

import io.nocode.shared.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A caller of the API. Immutable: {@link #with} gives another one. Every answer is held against the OpenAPI document:
 * an operation, a status or a property that it does not have fails the test.
 */
public final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final Map<String, String> headers;
    private final Supplier<String> root;
    private final boolean patient;

    private Client(Map<String, String> headers, Supplier<String> root, boolean patient) {
        this.headers = headers;
        this.root = root;
        this.patient = patient;
    }

    /** Somebody without credentials. */
    public static Client anonymous() {
        return new Client(Map.of(), TestInstallation::url, false);
    }

    /** The superuser of the development mode. */
    public static Client superuser() {
        return signedIn("admin@example.com", "Admin12345");
    }

    /** Somebody who signs in now. */
    public static Client signedIn(String email, String password) {
        Answer login = anonymous()
                .post("foundation/auth/login/", Map.of("email", email, "password", password))
                .expect(200);
        return anonymous().with("Authorization", "Bearer " + login.at("access").asText());
    }

    /** This caller, sending one more header. */
    public Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(Map.copyOf(more), root, patient);
    }

    /** This caller, asking another node. */
    public Client at(String url) {
        return new Client(headers, () -> url, patient);
    }

    /** This caller, reading again where the answer was to come again because the database could not be reached. */
    public Client patient() {
        return new Client(headers, root, true);
    }

    public Answer get(String path) {
        return patient
                ? Wait.until(
                        () -> send("GET", path, null),
                        answer -> answer.status() != 503
                                || !answer.at("code").asText().equals("DATABASE_UNAVAILABLE"))
                : send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /**
     * Sends a request.
     *
     * @param path below {@code /api/v1/}, or from the root where it begins with a slash, or a whole URL
     * @param body null, bytes, JSON text, a {@link Form}, or anything that is written as JSON
     */
    public Answer send(String method, String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path)).timeout(Duration.ofSeconds(60));
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else if (body instanceof Form form) {
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
            request.header("Content-Type", form.contentType());
        } else {
            byte[] bytes = body instanceof byte[] file
                    ? file
                    : (body instanceof String json ? json : Json.text(body)).getBytes(StandardCharsets.UTF_8);
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
            if (!headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
        }
        headers.forEach(request::header);
        try {
            if (path.contains("/events/")) {
                // Where it is a stream, closing it closes the connection.
                request.version(HttpClient.Version.HTTP_1_1);
            }
            HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            Answer answer = new Answer(method + " " + path, response.statusCode(), response.headers(), text(response));
            OpenApiCheck.check(method, request.build().uri(), answer);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    /** Sends a file as the part {@code file} of a form. */
    public Answer upload(String path, String filename, byte[] file) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return with("Content-Type", "multipart/form-data; boundary=edge").send("POST", path, form.toByteArray());
    }

    /** The bytes of an answer, whatever its status. */
    public byte[] bytes(String path) {
        return download("GET", path).body();
    }

    /** The bytes of a file. */
    public HttpResponse<byte[]> download(String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    /** Follows server-sent events; fails where they are refused. */
    public Events follow(String path) {
        return follow(path, null);
    }

    /** Follows server-sent events after one that was heard. */
    public Events follow(String path, String lastEventId) {
        Events events = followLater(path, lastEventId);
        events.begin();
        return events;
    }

    /** Follows server-sent events without reading them before {@link Events#begin}. */
    public Events followLater(String path, String lastEventId) {
        return new Events(this, path, lastEventId);
    }

    /** Asks for server-sent events, and reads nothing of the answer: little goes on the way to somebody like that. */
    public Socket followSilently(String path) throws IOException {
        URI url = url(path);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        StringBuilder request = new StringBuilder("GET " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nAccept: text/event-stream\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** The answer with its body as it comes. */
    HttpResponse<InputStream> open(String path, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept", "text/event-stream");
        headers.forEach(request::header);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** A stream of events never ends: of it there is no more than its head. */
    private static String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            boolean endless =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private URI url(String path) {
        if (path.startsWith("http")) {
            return URI.create(path);
        }
        return URI.create(root.get() + (path.startsWith("/") ? path.substring(1) : "api/v1/" + path));
    }
}
