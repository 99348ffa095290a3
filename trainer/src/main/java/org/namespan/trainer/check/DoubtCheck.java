package org.namespan.trainer.check;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.namespan.model.tag.Span;
import org.namespan.trainer.check.CheckedCorpora.Located;
import org.namespan.trainer.distillation.Teacher;

/** Finds labels that models doubt: where they find something else likelier. */
public final class DoubtCheck implements CorpusCheck {

  /** Where doubts come from. */
  @FunctionalInterface
  private interface Source {
    List<Doubt> of(CheckedCorpora corpora) throws IOException;
  }

  private final Source source;

  private DoubtCheck(Source source) {
    this.source = source;
  }

  /**
   * Asks models, which should not have learned from the corpora. Where one lacks a type of them,
   * {@link #run} throws a {@link org.namespan.trainer.corpus.CorpusException}.
   *
   * @param files model files and folders of runs, at least one
   */
  public static DoubtCheck of(List<Path> files) {
    return new DoubtCheck(corpora -> ask(files, corpora));
  }

  private static List<Doubt> ask(List<Path> files, CheckedCorpora corpora) throws IOException {
    List<Teacher> models = new ArrayList<>();
    try {
      for (Path file : files) {
        models.add(Teacher.open(file, Device.cpu()));
      }
      for (Teacher model : models) {
        for (CheckedFile file : corpora.files()) {
          file.corpus().requireTypes(model.metadata().tagSet().types(), "the models");
        }
      }
      return new DoubtRanking(models).of(corpora.sentences());
    } finally {
      models.forEach(Teacher::close);
    }
  }

  /** Trains the models that it asks. */
  public static DoubtCheck of(CrossValidation models) {
    return new DoubtCheck(models::of);
  }

  /**
   * What the models make of every entity that is annotated or that they find, the least probable
   * annotation first; most of it is no doubt.
   *
   * @throws IOException if a model cannot be read or trained
   */
  public List<Doubt> ranked(CheckedCorpora corpora) throws IOException {
    return DoubtRanking.surestFirst(source.of(corpora));
  }

  @Override
  public List<Finding> run(CheckedCorpora corpora) throws IOException {
    List<Doubt> asked = ranked(corpora);
    List<Doubt> doubted = asked.stream().filter(Doubt::isDoubted).toList();
    String summary =
        doubted.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                "of %,d entities that are annotated or that models find",
                asked.size());
    return List.of(
        new Finding(
            FindingKind.DOUBTS, summary, doubted.stream().map(DoubtCheck::toCase).toList()));
  }

  private static Case toCase(Doubt doubt) {
    Located located = doubt.located();
    List<Span> both = new ArrayList<>(doubt.annotated());
    both.addAll(doubt.instead());
    int start = both.stream().mapToInt(Span::start).min().orElseThrow();
    int end = both.stream().mapToInt(Span::end).max().orElseThrow();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", doubt.kind());
    values.put("annotated", shown(doubt.annotated(), located));
    values.put("annotatedProbability", doubt.annotatedProbability());
    values.put("instead", shown(doubt.instead(), located));
    values.put("insteadProbability", doubt.insteadProbability());
    Place place = located.place(start);
    List<String> tokens = located.sentence().tokens();
    return new Case(
        doubt.kind(),
        values,
        List.of(
            new Quote(
                place,
                String.format(Locale.ROOT, "annotated %.4f  ", doubt.annotatedProbability())
                    + MarkedText.around(tokens, doubt.annotated(), start, end)),
            new Quote(
                place,
                String.format(Locale.ROOT, "instead   %.4f  ", doubt.insteadProbability())
                    + MarkedText.around(tokens, doubt.instead(), start, end))));
  }

  /** {@code [per Anna Berg]}, or {@code O}. */
  private static String shown(List<Span> spans, Located located) {
    if (spans.isEmpty()) {
      return "O";
    }
    List<String> shown = new ArrayList<>();
    for (Span span : spans) {
      List<String> tokens = located.sentence().tokens().subList(span.start(), span.end());
      shown.add("[" + span.type() + " " + String.join(" ", tokens) + "]");
    }
    return String.join(" ", shown);
  }
}
