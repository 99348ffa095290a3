package org.namespan.html;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.Document;

/**
 * Writes a page of documents as they come, no more than one of which is held, to an {@link
 * Appendable}: a writer of UTF-8 for example.
 *
 * <pre>{@code
 * StringBuilder out = new StringBuilder();
 * try (DocumentPage page = new DocumentPage(out, "Two flights")) {
 *   page.add(tagger.tagDocument("Barack Obama flew."));
 *   page.add(tagger.tagDocument("It flew too."));
 * }
 * out.indexOf("<title>Two flights</title>") > 0; // true
 * }</pre>
 *
 * <p>Used by one thread.
 */
public final class DocumentPage implements Closeable {

  private final Appendable out;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, String> meanings = new TreeMap<>();

  /**
   * Begins a page.
   *
   * @param out left open by {@link #close}
   * @param title plain text
   * @throws IOException if {@code out} does
   */
  public DocumentPage(Appendable out, String title) throws IOException {
    this.out = out;
    StringBuilder head = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    head.append("<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\"")
        .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
    DocumentHtml.appendEscaped(head, title);
    head.append("</title>\n<style>\n").append(DocumentHtml.style());
    out.append(head.append("</style>\n</head>\n<body class=\"ns-page\">\n<main class=\"ns\">\n"));
  }

  /**
   * Adds a document below those before it.
   *
   * @throws IOException if the target does
   * @throws IllegalArgumentException if entities overlap; nothing of the document is written then
   */
  public void add(Document document) throws IOException {
    StringBuilder html = new StringBuilder(64 + 2 * document.text().length());
    DocumentHtml.appendText(html, document);
    out.append(html.append('\n'));
    DocumentHtml.count(counts, document.entities());
    meanings.putAll(document.typeDescriptions());
  }

  /**
   * Writes the list of types and ends the page.
   *
   * @throws IOException if the target does
   */
  @Override
  public void close() throws IOException {
    StringBuilder html = new StringBuilder();
    DocumentHtml.appendLegend(html, counts, meanings);
    out.append(html.append("\n</main>\n</body>\n</html>\n"));
  }
}
