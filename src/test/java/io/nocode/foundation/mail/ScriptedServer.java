package io.nocode.foundation.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A mail server that answers as a test says, or hangs up where it says nothing. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> script;

    /**
     * A server.
     *
     * @param script what it answers to a command that is not simply fine: to {@code RCPT}, or {@code .} for the whole
     *     text; an empty answer hangs up
     */
    ScriptedServer(Map<String, String> script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try (Socket client = socket.accept();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 test");
            boolean text = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (text && !line.equals(".")) {
                    continue;
                }
                String command = text ? "." : line.substring(0, 4).strip();
                String answer = script.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine");
                text = command.equals("DATA") && answer.startsWith("3");
                if (answer.isEmpty()) {
                    return;
                }
                say(client, answer);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
