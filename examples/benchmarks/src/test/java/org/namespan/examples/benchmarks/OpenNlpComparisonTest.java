package org.namespan.examples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Sentence;
import picocli.CommandLine;

class OpenNlpComparisonTest {

  private static final String[] PEOPLE = {"Anna Berg", "Otto Lind", "Mia Koch", "Emil Roth"};
  private static final String[] PLACES = {"Paris", "New York", "Oslo", "Bern"};

  @TempDir private Path folder;
  private Path train;
  private Path dev;

  @BeforeEach
  void writeCorpora() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String person : PEOPLE) {
      for (String place : PLACES) {
        text.append(sentence(person, place));
      }
    }
    train = Files.writeString(folder.resolve("train.conll"), text);
    dev =
        Files.writeString(
            folder.resolve("dev.conll"), sentence("Mia Koch", "Bern") + sentence("Ida", "Rome"));
  }

  @ParameterizedTest
  @EnumSource(OpenNlpTagger.Algorithm.class)
  void learnsItsTrainingCorpus(OpenNlpTagger.Algorithm algorithm) throws IOException {
    Corpus corpus = CorpusFormats.read(train);
    OpenNlpTagger tagger = OpenNlpTagger.train(corpus, algorithm, 50, algorithm.cutoff);
    assertEquals(
        corpus.sentences().stream().map(Sentence::spans).toList(), tagger.tag(corpus.tokens()));
  }

  @Test
  void sentencesAreTaggedAlone() throws IOException {
    Corpus corpus = CorpusFormats.read(train);
    OpenNlpTagger tagger = OpenNlpTagger.train(corpus, OpenNlpTagger.Algorithm.PERCEPTRON, 20, 0);
    List<String> known = List.of("Anna", "Berg", "lives", "in", "Oslo", ".");
    List<String> bare = List.of("Oslo", "met", "Anna", ".");
    assertEquals(tagger.tag(List.of(bare)).get(0), tagger.tag(List.of(known, known, bare)).get(2));
  }

  @Test
  void printsTheTableOfCompare() {
    StringWriter out = new StringWriter();
    CommandLine command =
        Programs.commandLine(new OpenNlpComparison()).setOut(new PrintWriter(out));
    int exitCode =
        command.execute(
            "--train", train.toString(), "--data", dev.toString(), "--iterations", "20");
    assertEquals(0, exitCode);
    String printed = out.toString();
    assertTrue(
        printed.startsWith(
            "dev.conll: 2 sentences, 11 tokens, 4 spans, 2 of them seen in training\n"),
        printed);
    assertTrue(printed.contains("\nOpenNLP perceptron  keep "), printed);
    assertTrue(printed.contains("seen recall  unseen recall"), printed);
  }

  @Test
  void refusesCorporaOfDifferentTypes() throws IOException {
    Path other = Files.writeString(folder.resolve("other.conll"), "Oslo\tB-city\n");
    StringWriter err = new StringWriter();
    CommandLine command =
        Programs.commandLine(new OpenNlpComparison()).setErr(new PrintWriter(err));
    assertEquals(1, command.execute("--train", train.toString(), "--data", other.toString()));
    assertTrue(err.toString().contains("found entity type 'city'"), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void mapsBothSides() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.map"), "per = person\ngeo = O\n");
    Path model = Files.writeString(folder.resolve("model.map"), "per = person\ngeo = place\n");
    StringWriter out = new StringWriter();
    CommandLine command =
        Programs.commandLine(new OpenNlpComparison()).setOut(new PrintWriter(out));
    int exitCode =
        command.execute(
            "--train",
            train.toString(),
            "--data",
            dev.toString(),
            "--iterations",
            "20",
            "--map",
            gold.toString(),
            "--model-map",
            model.toString());
    assertEquals(0, exitCode);
    assertTrue(
        out.toString()
            .startsWith(
                "dev.conll: 2 sentences, 11 tokens, 2 spans, 1 of them seen in training\n"
                    + "OpenNLP perceptron: left out, for the corpus is not annotated with them:"
                    + " place\n"),
        out.toString());
  }

  /** A sentence in columns: {@code Anna Berg lives in Oslo .} */
  static String sentence(String person, String place) {
    return column(person, "per") + "lives\tO\nin\tO\n" + column(place, "geo") + ".\tO\n\n";
  }

  private static String column(String name, String type) {
    StringBuilder lines = new StringBuilder();
    String prefix = "B-";
    for (String word : name.split(" ")) {
      lines.append(word).append('\t').append(prefix).append(type).append('\n');
      prefix = "I-";
    }
    return lines.toString();
  }
}
