package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams whose lines fail in ways that a tagger seldom does, over bare sockets. */
@Timeout(60)
class LineStreamTest {

  private static final String HEAD =
      "POST /lines HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n";

  private final MemoryBudget budget = new MemoryBudget(1000);
  private final Workers workers = new Workers(1);
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    ServerOptions options = ServerOptions.defaults().withTimeLimit(Duration.ofSeconds(1));
    ServerMetrics metrics = new ServerMetrics(() -> 0, budget::held);
    server.addConnector(connector);
    server.setHandler(
        new Router(options, workers, metrics, budget)
            .post("/lines", call -> fail("post"))
            .postLines("/lines", LineStreamTest::answer));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    workers.close();
  }

  private static Reply fail(String what) {
    throw new NoClassDefFoundError(what);
  }

  private static JsonObject answer(JsonFields line) throws RequestException {
    JsonObject answer = new JsonObject();
    String text = line.string("text");
    switch (text) {
      case "memory" -> throw new OutOfMemoryError("memory");
      case "class" -> throw new NoClassDefFoundError("xyzzy");
      case "runtime" -> throw new IllegalStateException("xyzzy");
      case "late" -> waitForInterrupt();
      case "long" -> answer.addProperty("long", "x".repeat(2000));
      default -> answer.addProperty("length", text.length());
    }
    return answer;
  }

  private static void waitForInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String response = TestServer.readAll(socket);
      return response.replaceAll("(?s)^.*?\r\n\r\n|[0-9A-Fa-f]+\r\n|\r\n", "");
    }
  }

  private String post(String... texts) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      lines.append("{\"id\":" + i + ",\"text\":\"" + texts[i] + "\"}\n");
    }
    return send(
        HEAD + "Connection: close\r\nContent-Length: " + lines.length() + "\r\n\r\n" + lines);
  }

  @Test
  void errorsOfJavaAreToldInTheirPlaceAndTheStreamGoesOn() throws Exception {
    assertEquals(
        """
        {"id":0,"length":1}
        {"id":1,"error":"line 2: needs more memory than the server has"}
        {"id":2,"error":"line 3: failed in the server: NoClassDefFoundError"}
        {"id":3,"error":"line 4: failed in the server: IllegalStateException"}
        {"id":4,"length":2}
        """,
        post("a", "memory", "class", "runtime", "ab"));
    assertEquals(0, budget.held());
  }

  @Test
  void whatTheBudgetHasNoRoomForIsRefusedAndTheStreamGoesOn() throws Exception {
    assertEquals(
        """
        {"id":0,"length":1}
        {"error":"line 2: the server holds as many bytes as it may; try again"}
        {"id":2,"error":"line 3: the server holds as many bytes as it may; try again"}
        {"id":3,"length":2}
        """,
        post("a", "x".repeat(1000), "long", "ab"));
    assertEquals(0, budget.held());
  }

  @Test
  void aLineThatTakesTooLongEndsTheStream() throws Exception {
    assertEquals(
        """
        {"id":0,"length":1}
        {"error":"line 2: took longer than 1000 ms to come and be answered"}
        """,
        post("a", "late", "ab"));
  }

  @Test
  void aLineThatDoesNotComeEndsTheStream() throws Exception {
    String answers =
        send(
            HEAD
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "d\r\n{\"text\":\"ab\"}\r\n1\r\n\n\r\n8\r\n{\"text\":\r\n");
    assertEquals(
        """
        {"length":2}
        {"error":"line 2: took longer than 1000 ms to come and be answered"}
        """,
        answers);
  }

  @Test
  void errorsOfJavaEndARequestWithoutLinesToo() throws Exception {
    String request =
        HEAD.replace("x-ndjson", "json") + "Connection: close\r\nContent-Length: 2\r\n\r\n{}";
    String answer = send(request);
    assertTrue(answer.endsWith("failed in the server: NoClassDefFoundError\"}"), answer);
  }
}
