package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "ner.csv, GMB",
    "x/ner.CSV.gz, GMB",
    "a.iob2, IOB2",
    "a.conllu.gz, IOB2",
    "a.conll, CONLL",
    "csv, CONLL",
    "train.txt.gz, CONLL"
  })
  void detectsTheFormatByTheName(String name, String format) {
    assertEquals(format, CorpusFormats.detect(Path.of(name)).name());
  }

  /** Each format is found by its name, and each file name stands for one format. */
  @Test
  void knowsEveryReaderByNameAndExtension() {
    assertEquals(List.of("CONLL", "IOB2", "GMB"), CorpusFormats.names());
    for (String name : CorpusFormats.names()) {
      CorpusReader reader = CorpusFormats.named(name.toLowerCase(Locale.ROOT));
      assertEquals(name, reader.name());
      for (String extension : reader.extensions()) {
        assertSame(reader, CorpusFormats.detect(Path.of("a" + extension)));
      }
    }
  }

  @Test
  void refusesAnUnknownName() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> CorpusFormats.named("brat"));
    assertTrue(refusal.getMessage().contains("[CONLL, IOB2, GMB]"), refusal.getMessage());
  }
}
