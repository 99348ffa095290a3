package org.namespan.trainer.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium, spoken to by the DevTools protocol. {@link #start} skips the running test
 * where there is none.
 */
public final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private int calls;

  /** What pages wrote to the console, their exceptions, and all that they asked the network for. */
  public final List<String> messages = new CopyOnWriteArrayList<>();

  private Browser(Process process, Path profile, URI page) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
  }

  /** Starts it, or skips the running test. */
  public static Browser start() throws IOException, InterruptedException {
    Path program = null;
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      for (String name : NAMES) {
        Path file = Path.of(folder, name);
        program = program == null && Files.isExecutable(file) ? file : program;
      }
    }
    Assumptions.assumeTrue(program != null, "no Chromium on the PATH to open pages in");
    // Not a @TempDir, which warns of the links that a browser leaves there.
    Path profile = Files.createTempDirectory("browser");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("browser.log").toFile())
            .start();
    try {
      Browser browser =
          new Browser(process, profile, page(profile.resolve("DevToolsActivePort"), process));
      for (String domain : List.of("Runtime", "Log", "Page", "Network")) {
        browser.call(domain + ".enable", new JsonObject());
      }
      return browser;
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      delete(profile);
      throw e;
    }
  }

  /** Waits for the port that the browser chose, and asks there for its page. */
  private static URI page(Path port, Process process) throws IOException, InterruptedException {
    waitFor(() -> !process.isAlive() || (Files.exists(port) && port.toFile().length() > 0));
    URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json");
    String targets =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    for (JsonElement target : JsonParser.parseString(targets).getAsJsonArray()) {
      JsonObject each = target.getAsJsonObject();
      if (each.get("type").getAsString().equals("page")) {
        return URI.create(each.get("webSocketDebuggerUrl").getAsString());
      }
    }
    throw new IOException("no page in " + targets);
  }

  /** Checks that can fail and be made again. */
  public interface Condition {
    /** Whether it holds by now. */
    boolean holds() throws IOException;
  }

  /** Makes a check until it holds. */
  public static void waitFor(Condition condition) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IOException("waited " + PATIENCE_SECONDS + " s in vain");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /** Calls a method of the DevTools protocol. */
  public JsonObject call(String method, JsonObject parameters) throws IOException {
    JsonObject call = new JsonObject();
    int id = ++calls;
    call.addProperty("id", id);
    call.addProperty("method", method);
    call.add("params", parameters);
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(call.toString(), true).join();
    JsonObject found = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (!found.has("result")) {
      throw new IOException(method + ": " + found);
    }
    return found.getAsJsonObject("result");
  }

  /** The value of an expression in the page, as JSON. */
  public JsonElement evaluate(String expression) throws IOException {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("expression", "JSON.stringify(" + expression + ")");
    JsonObject result = call("Runtime.evaluate", parameters);
    if (result.has("exceptionDetails")) {
      throw new IOException(expression + ": " + result);
    }
    return JsonParser.parseString(result.getAsJsonObject("result").get("value").getAsString());
  }

  /** Opens a page at a width, and waits until its charts are drawn. */
  void open(Path file, int width, boolean dark) throws IOException {
    // A page of a run that goes on would load itself anew beneath the checks.
    open(file.toUri() + "#stay", width, dark);
  }

  /** Opens a page of any address at a width, and waits until it is there. */
  public void open(String url, int width, boolean dark) throws IOException {
    JsonObject metrics = new JsonObject();
    metrics.addProperty("width", width);
    metrics.addProperty("height", 800);
    metrics.addProperty("deviceScaleFactor", 1);
    metrics.addProperty("mobile", width < 500);
    call("Emulation.setDeviceMetricsOverride", metrics);
    JsonObject scheme = new JsonObject();
    scheme.addProperty("name", "prefers-color-scheme");
    scheme.addProperty("value", dark ? "dark" : "light");
    JsonArray features = new JsonArray();
    features.add(scheme);
    JsonObject media = new JsonObject();
    media.add("features", features);
    call("Emulation.setEmulatedMedia", media);
    // From an empty page, for an address that differs in its fragment alone loads nothing.
    navigate("about:blank");
    navigate(url);
    waitFor(
        () ->
            evaluate(
                    "location.protocol !== 'about:' && document.readyState === 'complete'"
                        + " && (typeof drawn === 'undefined'"
                        + " || drawn.every(({ box }) => box.querySelector('svg path') !== null))")
                .getAsBoolean());
  }

  private void navigate(String url) throws IOException {
    JsonObject address = new JsonObject();
    address.addProperty("url", url);
    call("Page.navigate", address);
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    delete(profile);
  }

  /** What its processes still write is left to the system. */
  private static void delete(Path profile) {
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      profile.toFile().deleteOnExit();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        hear(JsonParser.parseString(text.toString()).getAsJsonObject());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void hear(JsonObject message) {
      if (message.has("id")) {
        CompletableFuture<JsonObject> answer = answers.remove(message.get("id").getAsInt());
        if (answer != null) {
          answer.complete(message);
        }
        return;
      }
      String method = message.get("method").getAsString();
      if (List.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
          .contains(method)) {
        messages.add(message.toString());
      } else if (method.equals("Network.requestWillBeSent")) {
        String url =
            message.getAsJsonObject("params").getAsJsonObject("request").get("url").getAsString();
        if (!url.startsWith("data:") && !url.startsWith("file:")) {
          messages.add("asked for " + url);
        }
      }
    }
  }
}
