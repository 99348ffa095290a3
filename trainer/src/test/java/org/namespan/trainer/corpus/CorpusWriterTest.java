package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.corpus.CorpusFiles.assertRefused;
import static org.namespan.trainer.corpus.CorpusFiles.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagScheme;

class CorpusWriterTest {
  private static final Sentence TOUCHING =
      Sentence.of(
          List.of("Ann", "Bob", "x"), List.of(new Span("per", 0, 1), new Span("per", 1, 2)), 0);

  @TempDir Path folder;

  @Provide
  Arbitrary<List<Sentence>> sentences() {
    return CorpusArbitraries.sentences(CorpusArbitraries.tokens()).list().ofMinSize(1).ofMaxSize(5);
  }

  @Property(seed = "20", tries = 300)
  void readsBackWhatItWrote(@ForAll("sentences") List<Sentence> sentences, @ForAll TagScheme scheme)
      throws IOException {
    Path file = Files.createTempFile("namespan", ".conll");
    try {
      int lost = CorpusWriter.write(sentences, file, scheme);
      Corpus back =
          new ColumnReader()
              .read(
                  file,
                  ReaderOptions.DEFAULT
                      .withScheme(CorpusScheme.valueOf(scheme.name()))
                      .withRepairPolicy(RepairPolicy.FAIL));
      assertEquals(tokens(sentences), tokens(back.sentences()));
      if (lost == 0) {
        assertEquals(spans(sentences), spans(back.sentences()));
      }
      int written = sentences.stream().mapToInt(s -> s.spans().size()).sum();
      assertEquals(written - lost, back.spanCount());
      assertEquals(scheme == TagScheme.IO ? lost : 0, lost);
    } finally {
      Files.delete(file);
    }
  }

  private static List<List<String>> tokens(List<Sentence> sentences) {
    return sentences.stream().map(Sentence::tokens).toList();
  }

  private static List<List<Span>> spans(List<Sentence> sentences) {
    return sentences.stream().map(Sentence::spans).toList();
  }

  @Test
  void writesPlainColumns() throws IOException {
    Path file = folder.resolve("a.conll");
    assertEquals(0, CorpusWriter.write(List.of(TOUCHING, TOUCHING), file, TagScheme.IOB1));
    assertEquals("Ann\tI-per\nBob\tB-per\nx\tO\n\n".repeat(2), Files.readString(file));
  }

  @Test
  void countsSpansLostInIo() throws IOException {
    Path file = folder.resolve("a.conll");
    assertEquals(1, CorpusWriter.write(List.of(TOUCHING), file, TagScheme.IO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-DOCSTART-", "-DOCSTART-secret", "\uFEFFsecret"})
  void leavesNothingBehindUponFailure(String token) throws IOException {
    Path file = write(folder, "a.conll", "as it was");
    Sentence marked = Sentence.of(List.of(token), List.of(), 0);
    assertRefused(
        file.toString(),
        "token 1 of sentence 2",
        () -> CorpusWriter.write(List.of(TOUCHING, marked), file, TagScheme.BIO));
    assertEquals("as it was", Files.readString(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.iob2", "a.conll.gz", ""})
  void refusesNames(String name) {
    Path file = folder.resolve(name);
    assertRefused(
        file.toString(),
        "choose",
        () -> CorpusWriter.write(List.of(TOUCHING), file, TagScheme.BIO));
  }

  @Test
  void makesTheFolderItNeeds() throws IOException {
    Path file = folder.resolve("new/a.conll");
    CorpusWriter.write(List.of(TOUCHING), file, TagScheme.BIO);
    assertEquals("Ann\tB-per\nBob\tB-per\nx\tO\n\n", Files.readString(file));
  }
}
