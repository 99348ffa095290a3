package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that do not behave, over bare sockets, to a server whose time limit is a second. */
@Tag("slow")
@Timeout(60)
class ConnectionsTest {

  private static final String POST =
      "POST /tag HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";

  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer(ServerOptions.defaults().withTimeLimit(Duration.ofSeconds(1)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
  }

  private void requireServing() throws Exception {
    assertTrue(server.post("/tag", "text/plain", "Bo left Oslo.").body().contains("\"Bo\""));
  }

  @Test
  void aThousandConnections() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 1000; i++) {
        sockets.add(server.connect());
      }
      for (Socket socket : sockets) {
        send(socket, POST + "Content-Length: 13\r\n\r\nBo left Oslo.");
      }
      for (Socket socket : sockets) {
        String response = TestServer.readOne(socket);
        assertTrue(response.startsWith("HTTP/1.1 200 "), response);
        assertTrue(response.contains("\"Oslo\""), response);
      }
      requireServing();
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  /** Sends a byte every 100 ms until the server hangs up; returns how long that took. */
  private static long drip(Socket socket, byte each) throws IOException {
    long start = System.nanoTime();
    OutputStream out = socket.getOutputStream();
    try {
      while (TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) < 30) {
        out.write(each);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    } catch (IOException e) {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
    throw new IOException("still open after 30 s");
  }

  @Test
  void aHeadThatComesByteByByteIsCutOff() throws Exception {
    try (Socket socket = server.connect()) {
      send(socket, "GET /health HTTP/1.1\r\nHost: localhost\r\nX: ");
      long millis = drip(socket, (byte) 'a');
      assertTrue(millis > 500 && millis < 20_000, millis + " ms");
    }
    requireServing();
  }

  @Test
  void aConnectionWithoutARequestIsClosed() throws Exception {
    try (Socket silent = server.connect();
        Socket used = server.connect()) {
      send(used, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertTrue(TestServer.readOne(used).startsWith("HTTP/1.1 200 "));
      assertEquals("", TestServer.readAll(silent));
      assertEquals("", TestServer.readAll(used));
    }
  }

  @Test
  void aBodyThatComesByteByByteIsRefused() throws Exception {
    try (Socket socket = server.connect()) {
      send(socket, POST + "Content-Length: 1000000\r\n\r\n");
      drip(socket, (byte) 'a');
    }
    try (Socket socket = server.connect()) {
      send(socket, POST + "Content-Length: 10\r\n\r\nabc");
      String response = TestServer.readAll(socket);
      assertTrue(response.startsWith("HTTP/1.1 408 "), response);
      assertTrue(response.contains("\r\nConnection: close\r\n"), response);
      assertTrue(response.endsWith("{\"error\":\"the body did not come in 1000 ms\"}"), response);
    }
    requireServing();
  }

  @Test
  void manySlowBodiesHoldNoThread() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        Socket socket = server.connect();
        sockets.add(socket);
        send(socket, POST + "Content-Length: 99\r\n\r\nabc");
      }
      requireServing();
      for (Socket socket : sockets) {
        assertTrue(TestServer.readAll(socket).startsWith("HTTP/1.1 408 "));
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void linesThatDoNotComeEndTheirStream() throws Exception {
    try (Socket socket = server.connect()) {
      send(
          socket,
          POST.replace("text/plain", "application/x-ndjson")
              + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"text\":\"Bo left\r\n");
      String response = TestServer.readAll(socket);
      assertFalse(response.contains("entities"), response);
    }
    requireServing();
  }

  @Test
  void streamsAreLimitedAndTheRestIsServed() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    String head = POST.replace("text/plain", "application/x-ndjson");
    try (TestServer patient = new TestServer(ServerOptions.defaults())) {
      for (int i = 0; i <= Workers.STREAMS; i++) {
        Socket socket = patient.connect();
        sockets.add(socket);
        send(socket, head + "Transfer-Encoding: chunked\r\n\r\n3\r\n{\"t\r\n");
      }
      List<String> statuses = new ArrayList<>();
      for (Socket socket : sockets) {
        byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        statuses.add(new String(start, StandardCharsets.UTF_8));
      }
      assertEquals(1, Collections.frequency(statuses, "HTTP/1.1 503"), statuses.toString());
      assertEquals(Workers.STREAMS, Collections.frequency(statuses, "HTTP/1.1 200"));
      assertEquals(200, patient.post("/tag", "text/plain", "Bo").statusCode());
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void aClosedDirectionIsAnswered() throws Exception {
    String response = server.raw(POST + "Content-Length: 13\r\n\r\nBo left Oslo.");
    assertTrue(response.startsWith("HTTP/1.1 200 "), response);
    String early = server.raw(POST + "Content-Length: 99\r\n\r\nBo left Oslo.");
    assertTrue(early.isEmpty() || early.startsWith("HTTP/1.1 400 "), early);
    String cut = server.raw("GET /health HTT");
    assertTrue(cut.isEmpty() || cut.startsWith("HTTP/1.1 400 "), cut);
    assertEquals("", server.raw(""));
    requireServing();
  }

  @Test
  void requestsInOnePieceAreAnsweredInOrder() throws Exception {
    String two =
        POST
            + "Content-Length: 3\r\n\r\nBo!"
            + "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
            + "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"
            + POST
            + "Transfer-Encoding: chunked\r\n\r\n4\r\nBo l\r\n9\r\neft Oslo.\r\n0\r\n\r\n"
            + "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    String[] responses = server.raw(two).split("(?=HTTP/1\\.1 )");
    assertEquals(5, responses.length, String.join("|", responses));
    List<String> expected = List.of("200", "200", "404", "200", "200");
    for (int i = 0; i < 5; i++) {
      assertTrue(responses[i].startsWith("HTTP/1.1 " + expected.get(i)), responses[i]);
    }
    assertTrue(responses[3].contains("\"Oslo\""), responses[3]);
  }

  @Test
  void olderHttp() throws Exception {
    String response = server.raw("GET /health HTTP/1.0\r\n\r\n");
    assertTrue(response.matches("(?s)HTTP/1\\.[01] 200 .*\\{\"status\":\"up\"}"), response);
    assertTrue(server.raw("GET /health\r\n\r\n").matches("(?s)HTTP/1\\.[01] (400|505) .*"));
  }

  @Test
  void requestsThatCouldBeTwo() throws Exception {
    for (String head :
        List.of(
            "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "Content-Length: +3\r\n\r\nabc",
            "Transfer-Encoding: chunked\r\n\r\n1;a=\"\r\nx\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\nabc")) {
      String response = server.raw(POST + head + "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertTrue(response.startsWith("HTTP/1.1 400 "), head + response);
      assertFalse(response.contains("\"up\""), head + response);
    }
  }

  @Test
  void garbageIsRefused() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] garbage = new byte[random.nextInt(2000)];
      random.nextBytes(garbage);
      try (Socket socket = server.connect()) {
        socket.getOutputStream().write(garbage);
        socket.shutdownOutput();
        String response = TestServer.readAll(socket);
        assertTrue(response.isEmpty() || response.startsWith("HTTP/1.1 4"), response);
      } catch (IOException e) {
        // Closed while there was more to read.
      }
    }
    requireServing();
  }

  @Test
  void longHeads() throws Exception {
    String response =
        server.raw(
            "GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(9000) + "\r\n\r\n");
    assertTrue(response.startsWith("HTTP/1.1 431 "), response);
    assertTrue(response.contains("{\"error\":\""), response);
    assertTrue(
        server.raw("GET /" + "a".repeat(9000) + " HTTP/1.1\r\n").startsWith("HTTP/1.1 414 "));
  }

  @Test
  void textsThatTakeLongerThanTheyMay() throws Exception {
    try (TestServer hurried =
        new TestServer(ServerOptions.defaults().withTimeLimit(Duration.ofMillis(300)))) {
      String text = "Ann Lee of Oslo met Bo in Paris and 17 others on Monday. ".repeat(70_000);
      String answer = hurried.post("/tag", "text/plain", text).body();
      assertTrue(
          answer.contains("took longer than 300 ms") || answer.contains("in 300 ms"), answer);
      // The thread is free again.
      for (int i = 0; i < 4; i++) {
        assertEquals(200, hurried.post("/tag", "text/plain", "Bo").statusCode());
      }
    }
  }
}
