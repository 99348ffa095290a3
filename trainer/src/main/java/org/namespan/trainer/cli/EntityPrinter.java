package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.TaggedToken;
import org.namespan.html.DocumentPage;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.record.EntityJson;
import org.namespan.trainer.record.JsonText;
import picocli.CommandLine.Help.Ansi;

/** Prints the entities of texts in one of the {@link OutputFormat}s. */
final class EntityPrinter {

  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\r\n\t]]|\r(?!\n)");
  private static final String[] COLOURS = {"green", "yellow", "cyan", "magenta", "blue", "red"};

  private final EntityTagger tagger;
  private final OutputFormat format;
  private final Ansi ansi;
  private final PrintWriter out;
  private final List<String> types;
  private boolean first = true;

  /** Null until something is printed as HTML. */
  private @Nullable DocumentPage page;

  EntityPrinter(EntityTagger tagger, OutputFormat format, Ansi ansi, PrintWriter out) {
    this.tagger = tagger;
    this.format = format;
    this.ansi = ansi;
    this.out = out;
    this.types = new ArrayList<>(tagger.info().types());
  }

  /** Tags texts together and prints them in their order. */
  void print(List<String> texts) throws IOException {
    if (format == OutputFormat.CONLL) {
      texts.forEach(this::printConll);
    } else if (format == OutputFormat.HTML) {
      for (String text : texts) {
        page().add(tagger.tagDocument(text));
      }
    } else {
      List<List<Entity>> found = tagger.tagAll(texts);
      for (int i = 0; i < texts.size(); i++) {
        if (format == OutputFormat.JSONL) {
          out.println(toJson(texts.get(i), found.get(i)));
        } else {
          printTable(texts.get(i), found.get(i));
        }
      }
    }
    StandardOutput.send(out);
  }

  /** Ends what the format has an end of; nothing is printed after it. */
  void end() throws IOException {
    if (format == OutputFormat.HTML) {
      page().close();
      StandardOutput.send(out);
    }
  }

  private DocumentPage page() throws IOException {
    if (page == null) {
      page = new DocumentPage(out, "Named entities");
    }
    return page;
  }

  private static String toJson(String text, List<Entity> entities) {
    StringBuilder json = new StringBuilder("{\"text\":");
    JsonText.append(text, json);
    json.append(",\"entities\":");
    EntityJson.append(entities, json);
    return json.append('}').toString();
  }

  private void printConll(String text) {
    for (List<TaggedToken> sentence : tagger.tagSentences(text)) {
      for (TaggedToken token : sentence) {
        out.println(token.text() + "\t" + ControlCharacters.escape(token.tag()));
      }
      out.println();
    }
  }

  private void printTable(String text, List<Entity> entities) {
    if (!first) {
      out.println();
    }
    first = false;
    out.println(highlight(text, entities));
    if (entities.isEmpty()) {
      out.println(ansi.string("@|faint no entities|@"));
      return;
    }
    int typeWidth = "TYPE".length();
    int textWidth = "TEXT".length();
    for (Entity entity : entities) {
      typeWidth = Math.max(typeWidth, TextWidth.of(ControlCharacters.escape(entity.type())));
      textWidth = Math.max(textWidth, TextWidth.of(oneLine(entity.text())));
    }
    out.println(
        ansi.string(
            "@|bold "
                + pad("TYPE", typeWidth)
                + "  "
                + pad("TEXT", textWidth)
                + "  START    END  SCORE|@"));
    for (Entity entity : entities) {
      String numbers =
          String.format(
              Locale.ROOT, "  %5d  %5d  %5.3f", entity.start(), entity.end(), entity.score());
      out.println(
          coloured(entity, pad(ControlCharacters.escape(entity.type()), typeWidth))
              + "  "
              + pad(oneLine(entity.text()), textWidth)
              + numbers);
    }
  }

  private String highlight(String text, List<Entity> entities) {
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (Entity entity : entities) {
      marked.append(harmless(text.substring(at, entity.start())));
      marked.append(coloured(entity, harmless(entity.text())));
      at = entity.end();
    }
    return marked.append(harmless(text.substring(at))).toString();
  }

  /** The words of {@code text} are never markup: only the style goes through picocli's parser. */
  private String coloured(Entity entity, String text) {
    if (!ansi.enabled()) {
      return text;
    }
    String colour = COLOURS[Math.max(0, types.indexOf(entity.type())) % COLOURS.length];
    Ansi.IStyle[] styles = Ansi.Style.parse("bold,fg(" + colour + ")");
    return Ansi.Style.on(styles) + text + Ansi.Style.reset.on();
  }

  /** A text must not steer the terminal. */
  private static String harmless(String text) {
    return CONTROL.matcher(text).replaceAll("\uFFFD");
  }

  private static String oneLine(String text) {
    return harmless(SPACE.matcher(text).replaceAll(" "));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - TextWidth.of(text)));
  }
}
