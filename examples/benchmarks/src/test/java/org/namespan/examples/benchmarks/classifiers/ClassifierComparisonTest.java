package org.namespan.examples.benchmarks.classifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.classifier.corpus.LabelledTextFormats;
import org.namespan.trainer.classifier.corpus.LabelledTextOptions;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import picocli.CommandLine;

class ClassifierComparisonTest {

  private static final Path TEXTS =
      Path.of("../../trainer/src/test/resources/fixtures/format-5.tsv");

  /** It knows these texts by heart. */
  private static final Path MODEL =
      Path.of("../../sdk/core/src/test/resources/fixtures/format-5.onnx");

  private static LabelledCorpus corpus() throws IOException {
    return LabelledTextFormats.detect(TEXTS)
        .read(TEXTS, LabelledTextOptions.DEFAULT, CorpusErrorHandler.FAIL);
  }

  @Test
  void bothBaselinesLearnTheirTexts() throws IOException {
    LabelledCorpus corpus = corpus();
    Words words = new Words(TextModels.whitespace());
    List<String> texts = corpus.texts().stream().map(LabelledText::text).toList();
    for (Categorizer categorizer :
        List.of(
            OpenNlpCategorizer.train(corpus, words, 0), LinearCategorizer.train(corpus, words))) {
      List<String> found = categorizer.classify(texts);
      assertTrue(
          ClassifierComparison.evaluate(found, corpus).accuracy() > 0.95, categorizer.name());
      assertTrue(categorizer.bytes() > 1000, categorizer.name());
    }
    assertEquals(
        List.of(""), LinearCategorizer.train(corpus, words).classify(List.of("xyzzy plugh")));
  }

  @Test
  void printsATableOfAll() {
    StringWriter out = new StringWriter();
    CommandLine command = Programs.commandLine(new ClassifierComparison());
    command.setOut(new PrintWriter(out));
    assertEquals(0, command.execute("--train", TEXTS + "", "--data", TEXTS + "", MODEL + ""));
    List<String> lines = out.toString().lines().toList();
    assertEquals(6, lines.size(), out.toString());
    assertTrue(lines.get(2).startsWith("| OpenNLP DocumentCategorizerME, cutoff 5 | "));
    assertTrue(
        lines.get(5).startsWith("| " + MODEL + " | 1.0000 | [1.000, 1.000] | 1.0000 | 0.03 |"));
  }
}
