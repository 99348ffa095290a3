package org.namespan.examples.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.namespan.EntityTagger;

class EntityServletTest {

  private static final int REQUESTS = 400;

  private static String text(int i) {
    return "Angela Merkel met Barack Obama in Paris on Monday. ".repeat(i % 7) + "She left in May.";
  }

  /** All at once, by as many threads as the container has. */
  @Test
  void manyRequestsAreAnsweredAsOneIs() throws Exception {
    Server server = new Server(0);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(EntityServlet.class, "/entities");
    server.setHandler(context);
    server.start();
    try (EntityTagger alone = EntityTagger.english()) {
      int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
      URI address = URI.create("http://localhost:" + port + "/entities");
      HttpClient client = HttpClient.newHttpClient();
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(text(i)))
                .build();
        answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
      }
      for (int i = 0; i < REQUESTS; i++) {
        HttpResponse<String> answer = answers.get(i).get(60, TimeUnit.SECONDS);
        assertEquals(200, answer.statusCode());
        String expected =
            alone.tag(text(i)).stream()
                .map(e -> e.type() + '\t' + e.start() + '\t' + e.end() + '\t' + e.score() + '\n')
                .collect(Collectors.joining());
        assertEquals(expected, answer.body());
      }
    } finally {
      server.stop();
    }
  }
}
