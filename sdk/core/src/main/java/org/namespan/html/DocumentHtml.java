package org.namespan.html;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.Document;
import org.namespan.Entity;
import org.namespan.model.text.ControlCharacters;

/**
 * A text with its entities marked, as displaCy shows them: in a colour for each type, with the type
 * behind the words, the score in a title, and a legend.
 *
 * <pre>{@code
 * Document document = tagger.tagDocument("Barack Obama flew.");
 * String html = "<style>" + DocumentHtml.style() + "</style>" + DocumentHtml.of(document);
 * html.contains("Barack Obama<span class=\"ns-type\">per</span></mark> flew."); // true
 * String page = DocumentHtml.page("A flight", List.of(document));
 * page.startsWith("<!DOCTYPE html>"); // true
 * }</pre>
 *
 * <p>White space and line breaks stand as they are in the text. NUL and half of a surrogate pair,
 * which HTML cannot hold, become U+FFFD. Linear in the length of the text.
 */
public final class DocumentHtml {

  /** Colours of {@code document.css} that are for known types, which come first. */
  private static final int KNOWN_COLOURS = 8;

  private static final int OTHER_COLOURS = 8;

  private DocumentHtml() {}

  /**
   * A {@code div} for a page that has {@link #style}: a {@code pre} with the text, in which each
   * entity is a {@code mark}, and a list of the types that occur, how often, and what they mean.
   * Without the style it can be read too.
   *
   * @throws IllegalArgumentException if entities overlap
   */
  public static String of(Document document) {
    StringBuilder html = new StringBuilder(64 + 2 * document.text().length());
    html.append("<div class=\"ns\">");
    appendText(html, document);
    Map<String, Integer> counts = new TreeMap<>();
    count(counts, document.entities());
    appendLegend(html, counts, document.typeDescriptions());
    return html.append("</div>").toString();
  }

  /**
   * A whole page of documents, in their order, with one list of types; {@link DocumentPage} writes
   * one that need not fit into memory. It is to be stored as UTF-8, asks the network for nothing,
   * and runs no script.
   *
   * @param title plain text
   * @throws IllegalArgumentException if entities of a document overlap
   */
  public static String page(String title, List<Document> documents) {
    StringBuilder html = new StringBuilder();
    try (DocumentPage page = new DocumentPage(html, title)) {
      for (Document document : documents) {
        page.add(document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html.toString();
  }

  /**
   * The style sheet of what {@link #of} gives, in light and dark. All its classes begin with {@code
   * ns}.
   */
  public static String style() {
    // An absolute name, for R8 may move the class.
    String file = "/org/namespan/html/document.css";
    try (@Nullable InputStream stream = DocumentHtml.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new FileNotFoundException("the jar of the library has no " + file);
      }
      ByteArrayOutputStream css = new ByteArrayOutputStream();
      byte[] part = new byte[4096];
      for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
        css.write(part, 0, read);
      }
      return css.toString("UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void appendText(StringBuilder html, Document document) {
    String text = document.text();
    // A parser drops the first line break of a pre, so this one is none of the text.
    html.append("<pre class=\"ns-text\" dir=\"auto\">\n");
    int at = 0;
    for (Entity entity : document.entities()) {
      if (entity.start() < at) {
        throw new IllegalArgumentException(
            "found an entity from " + entity.start() + ", expected none before " + at);
      }
      appendEscaped(html, text, at, entity.start());
      html.append("<mark class=\"ns-").append(colour(entity.type())).append("\" title=\"");
      String score = String.format(Locale.ROOT, " %.3f", entity.score());
      appendEscaped(html, ControlCharacters.escape(entity.type()) + score);
      @Nullable String meaning = document.typeDescriptions().get(entity.type());
      if (meaning != null) {
        appendEscaped(html, ": " + ControlCharacters.escape(meaning));
      }
      if (!entity.source().equals(Entity.MODEL)) {
        appendEscaped(html, ", by " + ControlCharacters.escape(entity.source()));
      }
      html.append("\">");
      appendEscaped(html, text, entity.start(), entity.end());
      html.append("<span class=\"ns-type\">");
      appendEscaped(html, ControlCharacters.escape(entity.type()));
      html.append("</span></mark>");
      at = entity.end();
    }
    appendEscaped(html, text, at, text.length());
    html.append("</pre>");
  }

  static void count(Map<String, Integer> counts, List<Entity> entities) {
    for (Entity entity : entities) {
      @Nullable Integer count = counts.get(entity.type());
      counts.put(entity.type(), count == null ? 1 : count + 1);
    }
  }

  static void appendLegend(
      StringBuilder html, Map<String, Integer> counts, Map<String, String> meanings) {
    html.append("<ul class=\"ns-types\">");
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      html.append("<li><span class=\"ns-").append(colour(each.getKey())).append("\">");
      appendEscaped(html, ControlCharacters.escape(each.getKey()));
      html.append("</span> ").append(each.getValue());
      @Nullable String meaning = meanings.get(each.getKey());
      if (meaning != null) {
        appendEscaped(html, ": " + ControlCharacters.escape(meaning));
      }
      html.append("</li>");
    }
    html.append("</ul>");
  }

  static void appendEscaped(StringBuilder html, String text) {
    appendEscaped(html, text, 0, text.length());
  }

  private static void appendEscaped(StringBuilder html, String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&':
          html.append("&amp;");
          break;
        case '<':
          html.append("&lt;");
          break;
        case '>':
          html.append("&gt;");
          break;
        case '"':
          html.append("&quot;");
          break;
        case '\r':
          // A parser makes line feeds of those that are not escaped.
          html.append("&#13;");
          break;
        case '\0':
          html.append('\uFFFD');
          break;
        default:
          if (!Character.isSurrogate(c)) {
            html.append(c);
          } else if (i + 1 < end && Character.isSurrogatePair(c, text.charAt(i + 1))) {
            html.append(c).append(text.charAt(++i));
          } else {
            html.append('\uFFFD');
          }
      }
    }
  }

  /** The number of a type's colour, the same in every document. */
  static int colour(String type) {
    switch (type.toLowerCase(Locale.ROOT)) {
      case "per":
      case "person":
        return 0;
      case "geo":
      case "loc":
      case "location":
        return 1;
      case "org":
      case "organization":
        return 2;
      case "tim":
      case "date":
      case "date_time":
        return 3;
      case "gpe":
      case "nrp":
      case "norp":
        return 4;
      case "art":
      case "work_of_art":
        return 5;
      case "eve":
      case "event":
        return 6;
      case "nat":
        return 7;
      default:
        return KNOWN_COLOURS + Math.floorMod(type.hashCode(), OTHER_COLOURS);
    }
  }
}
