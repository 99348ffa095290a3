package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.namespan.EntityTagger;

/** A server of the bundled model on a free port, and ways to speak to it. */
final class TestServer implements AutoCloseable {

  static final String JSON = "application/json";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final EntityTagger tagger;
  private final TaggerServer server;

  TestServer(ServerOptions options) throws IOException {
    tagger = EntityTagger.english();
    server = TaggerServer.start(tagger, tagger.info().types(), options);
  }

  int port() {
    return server.address().getPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String contentType, String body) throws Exception {
    return send(
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  /** What a request that is right is answered with. */
  JsonElement json(String path, String body) throws Exception {
    HttpResponse<String> response = post(path, JSON, body);
    assertEquals(200, response.statusCode(), response.body());
    return JsonParser.parseString(response.body());
  }

  /** Sends bytes as they are, closes this direction, and reads to the end. */
  String raw(String bytes) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return readAll(socket);
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", port());
    socket.setSoTimeout(30_000);
    return socket;
  }

  /** What comes until the server closes the connection. */
  static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** One response with a Content-Length, after which the connection stays open. */
  static String readOne(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder response = new StringBuilder();
    while (response.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed after: " + response);
      }
      response.append((char) next);
    }
    String length = response.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
    byte[] body = in.readNBytes(Integer.parseInt(length));
    return response + new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try (tagger) {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
