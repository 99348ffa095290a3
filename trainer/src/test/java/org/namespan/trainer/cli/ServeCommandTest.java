package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own, without DJL, until a signal ends it. */
@Timeout(120)
class ServeCommandTest {

  private static final String STOPS = "the server stops, and the body has not come to its end";

  private static final String POST = "POST /tag HTTP/1.1\r\nHost: localhost\r\nContent-Type: ";

  private static final String LINES =
      POST + "application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path folder;

  private Process start(String... options) throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.replace('\\', '/').contains("/ai/djl/"))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Path working = Files.createDirectories(folder.resolve("working"));
    String[] command = {
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "-XX:-UsePerfData",
      "-Djava.io.tmpdir=" + temporary,
      "-Duser.home=" + working,
      "-cp",
      classPath,
      NamespanCommand.class.getName(),
      "serve"
    };
    return new ProcessBuilder(
            Stream.concat(Arrays.stream(command), Arrays.stream(options)).toList())
        .directory(working.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** The address that it prints when it is ready. */
  private URI address(Process process) throws IOException {
    String printed = Files.readString(folder.resolve("out"));
    while (!printed.endsWith("\n")) {
      assertTrue(process.isAlive(), Files.readString(folder.resolve("err")));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      printed = Files.readString(folder.resolve("out"));
    }
    return URI.create(printed.strip());
  }

  private HttpRequest tag(URI address, String text) {
    return HttpRequest.newBuilder(address.resolve("tag"))
        .header("Content-Type", "text/plain")
        .POST(BodyPublishers.ofString(text))
        .build();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void answersUntilASignalAndEndsWhatRuns() throws Exception {
    Process process = start("--port", "0");
    try {
      URI address = address(process);
      assertTrue(address.toString().matches("http://127\\.0\\.0\\.1:\\d+/"), address.toString());
      HttpResponse<String> short1 =
          client.send(tag(address, "Bo xyzzy left Oslo."), BodyHandlers.ofString());
      assertTrue(short1.body().contains("\"Oslo\""), short1.body());

      String text = "Ann Lee of Oslo met Bo in Paris on Monday. ".repeat(20_000);
      CompletableFuture<HttpResponse<String>> running =
          client.sendAsync(tag(address, text), BodyHandlers.ofString());
      URI metrics = address.resolve("metrics");
      String held = "";
      while (!held.contains("namespan_http_held_bytes " + text.length() / 100_000)) {
        held = client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
      }
      // SIGTERM, as a service manager sends it.
      process.destroy();
      HttpResponse<String> ended = running.get(60, TimeUnit.SECONDS);
      assertEquals(200, ended.statusCode());
      assertTrue(ended.body().contains("\"end\":" + (text.length() - 1)), "cut");
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err")));
      assertEquals("", Files.readString(folder.resolve("err")));
      assertEquals(1, Files.readAllLines(folder.resolve("out")).size());
      assertEquals(List.of(), files(folder.resolve("temporary")));
      assertEquals(List.of(), files(folder.resolve("working")));
    } finally {
      process.destroyForcibly();
    }
  }

  private static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void clientsThatSendNothingDoNotHoldItUp() throws Exception {
    Process process = start("--port", "0", "--time-limit", "60");
    try {
      URI address = address(process);
      try (Socket stream = new Socket(address.getHost(), address.getPort());
          Socket half = new Socket(address.getHost(), address.getPort())) {
        send(stream, LINES + "3\r\n{}\n\r\n");
        assertEquals('H', stream.getInputStream().read());
        send(half, POST + "text/plain\r\nContent-Length: 9\r\n\r\nBo");
        process.destroy();
        half.setSoTimeout(20_000);
        String answer = new String(half.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.endsWith("{\"error\":\"" + STOPS + "\"}"), answer);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      }
      assertEquals("", Files.readString(folder.resolve("err")));
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  @Tag("slow")
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aStopThatRunsIntoItsLimitIsToldInALine() throws Exception {
    Process process = start("--port", "0", "--time-limit", "60");
    try {
      URI address = address(process);
      try (Socket stream = new Socket(address.getHost(), address.getPort())) {
        send(stream, LINES + "3\r\n{}\n\r\n");
        assertEquals('H', stream.getInputStream().read());
        process.destroy();
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
          send(stream, "3\r\n{}\n\r\n");
        }
      } catch (SocketException e) {
        // Cut off.
      }
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(
          "namespan: requests that had not ended 10 s after the server was told to stop were cut"
              + " off\n",
          Files.readString(folder.resolve("err")));
      assertEquals(1, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }

  @Test
  void aPortInUse() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      CommandRun.of("serve", "--port", other.getLocalPort())
          .assertRefused(
              "127.0.0.1:" + other.getLocalPort(),
              "the port is in use; choose another with --port, 0 for any free one");
    }
  }

  @Test
  void anAddressOfAnotherMachine() {
    CommandRun.of("serve", "--port", 0, "--host", "192.0.2.1")
        .assertRefused("192.0.2.1:0", "cannot listen there");
    CommandRun.of("serve", "--port", 0, "--host", "nowhere.invalid")
        .assertRefused("nowhere.invalid:0", "cannot listen there");
  }

  @Tag("slow")
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anAddressForOthersIsWarnedOf() throws Exception {
    Process process = start("--port", "0", "--host", "0.0.0.0");
    try {
      URI address = address(process);
      URI local = URI.create("http://127.0.0.1:" + address.getPort() + "/health");
      assertEquals(
          200,
          client
              .send(HttpRequest.newBuilder(local).build(), BodyHandlers.discarding())
              .statusCode());
      String err = Files.readString(folder.resolve("err"));
      assertTrue(err.startsWith("namespan: 0.0.0.0 can be reached from other machines"), err);
      assertEquals(1, err.lines().count());
    } finally {
      process.destroyForcibly();
    }
  }
}
