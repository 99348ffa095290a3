package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What requests leave in the heap: nothing. */
@Tag("slow")
class MemoryTest {

  private static final String HEAD =
      "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s";

  private static String request(String path, String type, String body) {
    return HEAD.formatted(path, type, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  private static void round(TestServer server, int number) throws IOException {
    List<String> requests =
        List.of(
            request("/tag", "text/plain", "Ann" + number + " met Bo in Oslo."),
            request("/redact", "application/json", "{\"text\":\"Ann " + number + " met Bo.\"}"),
            request("/analyze", "application/json", "{\"text\":\"Ann " + number + "\"}"),
            request("/tag", "application/json", "{\"text\":" + number),
            "GET /nowhere" + number + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    for (int i = 0; i < 20; i++) {
      try (Socket socket = server.connect()) {
        for (String each : requests) {
          socket.getOutputStream().write(each.getBytes(StandardCharsets.UTF_8));
          TestServer.readOne(socket);
        }
        // Left in the middle.
        socket
            .getOutputStream()
            .write(requests.get(0).substring(0, 100).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void theHeapStaysAsItIs() throws Exception {
    try (TestServer server =
        new TestServer(ServerOptions.defaults().withTimeLimit(Duration.ofSeconds(5)))) {
      List<Long> used = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        round(server, i);
        if (i % 15 == 14) {
          used.add(used());
        }
      }
      long grown = used.get(used.size() - 1) - used.get(0);
      assertTrue(grown < 3 << 20, used.toString());
      String metrics = server.get("/metrics").body();
      assertEquals(
          1, metrics.lines().filter("namespan_http_held_bytes 0.0"::equals).count(), metrics);
      // Paths of clients make no counters.
      assertTrue(metrics.lines().count() < 250, metrics);
    }
  }
}
