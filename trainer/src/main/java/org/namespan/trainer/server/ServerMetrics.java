package org.namespan.trainer.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.namespan.Document;
import org.namespan.Sentence;

/** Counts what the server does, in the text format of Prometheus; of texts no more than sizes. */
final class ServerMetrics {

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  private final Counter requests =
      Counter.builder()
          .name("namespan_http_requests_total")
          .help("Requests that were answered, by path and status.")
          .labelNames("path", "status")
          .withoutExemplars()
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("namespan_http_request_seconds")
          .help("Time from the first byte of a request to the last of its answer, by path.")
          .labelNames("path")
          .classicOnly()
          .classicUpperBounds(.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10, 30)
          .withoutExemplars()
          .register(registry);
  private final Counter texts = counter("namespan_texts_total", "Texts that were tagged.");
  private final Counter tokens = counter("namespan_tokens_total", "Tokens of these texts.");
  private final Counter entities = counter("namespan_entities_total", "Entities in these texts.");

  ServerMetrics(LongSupplier connections, LongSupplier heldBytes) {
    gauge("namespan_http_connections", "Connections that are open.", connections);
    gauge("namespan_http_held_bytes", "Bytes of bodies and answers that are held.", heldBytes);
  }

  private Counter counter(String name, String help) {
    return Counter.builder().name(name).help(help).withoutExemplars().register(registry);
  }

  private void gauge(String name, String help, LongSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call((double) value.getAsLong()))
        .register(registry);
  }

  /** Counts a request when it is over. */
  void observe(String path, Request request, Response response) {
    Request.addCompletionListener(
        request,
        failure -> {
          String status = failure == null ? String.valueOf(response.getStatus()) : "broken";
          requests.labelValues(path, status).inc();
          long nanos = System.nanoTime() - request.getBeginNanoTime();
          seconds.labelValues(path).observe(nanos / 1e9);
        });
  }

  /** Counts a text that was tagged. */
  Document count(Document document) {
    int size = 0;
    for (Sentence sentence : document.sentences()) {
      size += sentence.tokens().size();
    }
    texts.inc();
    tokens.inc(size);
    entities.inc(document.entities().size());
    return document;
  }

  /** All that was counted. */
  Reply reply() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      writer.write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reply(200, PrometheusTextFormatWriter.CONTENT_TYPE, text.toByteArray());
  }
}
