package org.namespan.trainer.evaluation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.namespan.trainer.io.TextTable;

/** Writes an {@link EvaluationDetail} for a reader or for a program, the same in every locale. */
public final class DetailReport {

  private static final String ALL = "all types";

  private DetailReport() {}

  /**
   * Tables with aligned columns, those that hold nothing left out.
   *
   * <pre>
   * matching  type       correct  incorrect  partial  missed  spurious  precision  recall      f1
   * strict    all types        1          1        0       0         0     0.5000  0.5000  0.5000
   * ...
   * strict    MISC             0          1        0       0         0     0.0000  0.0000  0.0000
   * ...
   *
   * length of entity  precision  recall      f1  support
   * 1 token              0.0000  0.0000  0.0000        0
   * ...
   *
   * gold  predicted   spans  commonest words
   * MISC  (boundary)  1      European Union (1)
   *
   * missed because of the tokenizer: not measured
   * </pre>
   *
   * @return lines that each end in {@code \n}
   */
  public static String toText(EvaluationDetail detail) {
    List<String> parts = new ArrayList<>();
    parts.add(matching(detail));
    parts.add(groups("length of entity", detail.byEntityLength()));
    parts.add(groups("length of sentence", detail.bySentenceLength()));
    if (!detail.byCase().isEmpty()) {
      parts.add(groups("case", detail.byCase()));
    }
    if (!detail.confusions().isEmpty()) {
      parts.add(confusions(detail.confusions()));
    }
    parts.add(tokenizer(detail));
    return String.join("\n", parts);
  }

  private static String matching(EvaluationDetail detail) {
    TextTable table =
        new TextTable(
            List.of(
                "matching",
                "type",
                "correct",
                "incorrect",
                "partial",
                "missed",
                "spurious",
                "precision",
                "recall",
                "f1"));
    detail
        .matching()
        .forEach((scheme, scores) -> table.add(row(name(scheme), ALL, scores.overall())));
    detail
        .matching()
        .forEach(
            (scheme, scores) ->
                scores
                    .perType()
                    .forEach((type, counts) -> table.add(row(name(scheme), type, counts))));
    return table.toText();
  }

  private static List<String> row(String scheme, String type, MatchCounts counts) {
    return List.of(
        scheme,
        type,
        Long.toString(counts.correct()),
        Long.toString(counts.incorrect()),
        Long.toString(counts.partial()),
        Long.toString(counts.missed()),
        Long.toString(counts.spurious()),
        share(counts.precision()),
        share(counts.recall()),
        share(counts.f1()));
  }

  private static String groups(String name, List<ScoreGroup> groups) {
    TextTable table = new TextTable(1, List.of(name, "precision", "recall", "f1", "support"));
    for (ScoreGroup group : groups) {
      Scores scores = group.scores();
      table.add(
          List.of(
              group.name(),
              share(scores.precision()),
              share(scores.recall()),
              share(scores.f1()),
              Long.toString(scores.support())));
    }
    return table.toText();
  }

  private static String confusions(List<ConfusedWords> confusions) {
    List<String> header = List.of("gold", "predicted", "spans", "commonest words");
    TextTable table = new TextTable(header.size(), header);
    for (ConfusedWords cell : confusions) {
      String words =
          cell.commonest().stream()
              .map(each -> each.text() + " (" + each.count() + ")")
              .collect(Collectors.joining(", "));
      table.add(List.of(cell.gold(), cell.predicted(), Long.toString(cell.count()), words));
    }
    return table.toText();
  }

  private static String tokenizer(EvaluationDetail detail) {
    String name = "missed because of the tokenizer: ";
    if (detail.tokenizer().isEmpty()) {
      return name + "not measured\n";
    }
    TokenizerErrors errors = detail.tokenizer().get();
    return String.format(
        Locale.ROOT,
        """
        %s%d of %d missed spans (%.1f %%), read from the text of %d sentences
        precision %.4f, recall %.4f, f1 %.4f from text
        """,
        name,
        errors.inexpressible(),
        errors.missed(),
        100 * errors.share(),
        errors.sentences(),
        errors.fromText().precision(),
        errors.fromText().recall(),
        errors.fromText().f1());
  }

  /**
   * The same as JSON, unrounded.
   *
   * <p>Members: {@code matching}, an object from scheme ({@code strict}, {@code exact}, {@code
   * partial}, {@code type}) to an object with {@code correct}, {@code incorrect}, {@code partial},
   * {@code missed}, {@code spurious}, {@code precision}, {@code recall}, {@code f1} and {@code
   * perType}, an object from type to the same eight; {@code byEntityLength}, {@code
   * bySentenceLength} and, for a model, {@code byCase}, arrays of objects with {@code group},
   * {@code precision}, {@code recall}, {@code f1} and {@code support}; {@code confusions}, an array
   * of objects with {@code gold}, {@code predicted}, {@code count} and {@code words}, an array of
   * objects with {@code text} and {@code count}; {@code tokenizer}, where it was measured, with
   * {@code sentences}, {@code missed}, {@code inexpressible}, {@code share}, {@code precision},
   * {@code recall}, {@code f1} and {@code support}.
   */
  public static JsonObject toJson(EvaluationDetail detail) {
    JsonObject json = new JsonObject();
    JsonObject matching = new JsonObject();
    detail.matching().forEach((scheme, scores) -> matching.add(name(scheme), matchingJson(scores)));
    json.add("matching", matching);
    json.add("byEntityLength", array(detail.byEntityLength().stream(), DetailReport::groupJson));
    json.add(
        "bySentenceLength", array(detail.bySentenceLength().stream(), DetailReport::groupJson));
    if (!detail.byCase().isEmpty()) {
      json.add("byCase", array(detail.byCase().stream(), DetailReport::groupJson));
    }
    json.add("confusions", array(detail.confusions().stream(), DetailReport::confusionJson));
    detail.tokenizer().ifPresent(errors -> json.add("tokenizer", tokenizerJson(errors)));
    return json;
  }

  private static JsonObject matchingJson(MatchScores scores) {
    JsonObject json = countsJson(scores.overall());
    JsonObject perType = new JsonObject();
    scores.perType().forEach((type, counts) -> perType.add(type, countsJson(counts)));
    json.add("perType", perType);
    return json;
  }

  private static JsonObject countsJson(MatchCounts counts) {
    JsonObject json = new JsonObject();
    json.addProperty("correct", counts.correct());
    json.addProperty("incorrect", counts.incorrect());
    json.addProperty("partial", counts.partial());
    json.addProperty("missed", counts.missed());
    json.addProperty("spurious", counts.spurious());
    json.addProperty("precision", counts.precision());
    json.addProperty("recall", counts.recall());
    json.addProperty("f1", counts.f1());
    return json;
  }

  private static JsonObject groupJson(ScoreGroup group) {
    JsonObject json = new JsonObject();
    json.addProperty("group", group.name());
    EvaluationReport.addScores(json, group.scores());
    return json;
  }

  private static JsonObject confusionJson(ConfusedWords cell) {
    JsonObject json = new JsonObject();
    json.addProperty("gold", cell.gold());
    json.addProperty("predicted", cell.predicted());
    json.addProperty("count", cell.count());
    json.add(
        "words",
        array(
            cell.commonest().stream(),
            words -> {
              JsonObject one = new JsonObject();
              one.addProperty("text", words.text());
              one.addProperty("count", words.count());
              return one;
            }));
    return json;
  }

  private static JsonObject tokenizerJson(TokenizerErrors errors) {
    JsonObject json = new JsonObject();
    json.addProperty("sentences", errors.sentences());
    json.addProperty("missed", errors.missed());
    json.addProperty("inexpressible", errors.inexpressible());
    json.addProperty("share", errors.share());
    EvaluationReport.addScores(json, errors.fromText());
    return json;
  }

  private static <T> JsonArray array(Stream<T> elements, Function<T, JsonObject> toJson) {
    JsonArray array = new JsonArray();
    elements.map(toJson).forEach(array::add);
    return array;
  }

  private static String name(MatchScheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }
}
