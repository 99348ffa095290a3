package org.namespan.trainer.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.namespan.classification.Classification;
import org.namespan.classification.ScoredClass;
import org.namespan.classification.TextClassifier;
import org.namespan.classification.TokenInfluence;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.io.TextTable;
import org.namespan.trainer.record.EntityJson;

/** Prints the classes of texts. */
final class ClassPrinter {

  /** How they are printed. */
  enum Format {
    /** A table for each text. */
    TABLE,
    /** A JSON object for each text, on a line of its own. */
    JSONL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final TextClassifier classifier;
  private final Format format;
  private final int top;
  private final boolean explain;
  private final PrintWriter out;
  private boolean first = true;

  /**
   * @param top classes shown of each text at most
   * @param explain whether tokens are told as well
   */
  ClassPrinter(
      TextClassifier classifier, Format format, int top, boolean explain, PrintWriter out) {
    this.classifier = classifier;
    this.format = format;
    this.top = top;
    this.explain = explain;
    this.out = out;
  }

  /** Classifies texts together and prints what they are in their order. */
  void print(List<String> texts) throws IOException {
    List<Classification> found = classifier.classifyAll(texts);
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      List<TokenInfluence> tokens =
          explain ? classifier.explain(text, found.get(i).best().name()) : List.of();
      if (format == Format.JSONL) {
        out.println(ControlCharacters.escape(GSON.toJson(toJson(text, found.get(i), tokens))));
      } else {
        printTable(text, found.get(i), tokens);
      }
    }
    StandardOutput.send(out);
  }

  private JsonObject toJson(String text, Classification found, List<TokenInfluence> tokens) {
    JsonObject json = new JsonObject();
    json.addProperty("text", text);
    JsonArray classes = new JsonArray();
    found.classes().forEach(classes::add);
    json.add("classes", classes);
    JsonArray scores = new JsonArray();
    for (ScoredClass scored : likeliest(found)) {
      JsonObject one = new JsonObject();
      one.addProperty("class", scored.name());
      one.addProperty("score", EntityJson.rounded(scored.score()));
      scores.add(one);
    }
    json.add("scores", scores);
    if (explain) {
      JsonArray explained = new JsonArray();
      for (TokenInfluence token : tokens) {
        JsonObject one = new JsonObject();
        one.addProperty("text", token.text());
        one.addProperty("start", token.start());
        one.addProperty("end", token.end());
        one.addProperty("influence", EntityJson.rounded(token.influence()));
        explained.add(one);
      }
      json.add("tokens", explained);
    }
    return json;
  }

  private List<ScoredClass> likeliest(Classification found) {
    return found.scores().subList(0, Math.min(top, found.scores().size()));
  }

  private void printTable(String text, Classification found, List<TokenInfluence> tokens) {
    if (!first) {
      out.println();
    }
    first = false;
    out.println(ControlCharacters.escape(text));
    TextTable classes = new TextTable(2, List.of("", "CLASS", "SCORE"));
    for (ScoredClass scored : likeliest(found)) {
      String mark = found.classes().contains(scored.name()) ? "*" : "";
      classes.add(List.of(mark, scored.name(), number(scored.score())));
    }
    out.print(classes.toText());
    if (!tokens.isEmpty()) {
      TextTable influences = new TextTable(1, List.of("TOKEN", "INFLUENCE"));
      for (TokenInfluence token : tokens) {
        influences.add(List.of(token.text(), number(token.influence())));
      }
      out.print(influences.toText());
    }
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.3f", score);
  }
}
