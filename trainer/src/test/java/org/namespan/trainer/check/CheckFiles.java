package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.ReaderOptions;
import org.namespan.trainer.corpus.Sentence;

/** Small corpora, and what the tests ask of findings. */
final class CheckFiles {
  private CheckFiles() {}

  /** A file named after its part, of text such as {@code "Ann/B-per runs/O|Bob/B-per"}. */
  static CheckedFile file(Path folder, CorpusPart part, String sentences) throws IOException {
    return read(
        folder,
        part,
        sentences.replace("/", "\t").replace(" ", "\n").replace("|", "\n\n") + "\n",
        ReaderOptions.DEFAULT);
  }

  /** A file named after its part, as it stands. */
  static CheckedFile read(Path folder, CorpusPart part, String text, ReaderOptions options)
      throws IOException {
    Path file = Files.writeString(folder.resolve(part + ".conll"), text);
    return CheckedFile.read(part, file, CorpusFormats.detect(file), options);
  }

  /** Sentences that were not read from a file. */
  static CheckedFile of(CorpusPart part, List<Sentence> sentences) {
    return new CheckedFile(
        part,
        Path.of(part.toString()),
        new Corpus(part.toString(), sentences, 0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  static CheckedCorpora corpora(CheckedFile... files) {
    return new CheckedCorpora(List.of(files));
  }

  static Finding finding(CorpusCheck check, FindingKind kind, CheckedFile... files)
      throws IOException {
    List<Finding> found =
        check.run(corpora(files)).stream().filter(finding -> finding.kind() == kind).toList();
    assertEquals(1, found.size(), found.toString());
    return found.get(0);
  }

  /** Each case as its summary and its quotes: {@code "per 2: [dev:3 Ann, dev:5 Ann]"}. */
  static List<String> show(Finding finding) {
    List<String> cases = new ArrayList<>();
    for (Case found : finding.cases()) {
      List<String> quotes = new ArrayList<>();
      for (Quote quote : found.quotes()) {
        String name = quote.place().file().getFileName().toString().replace(".conll", "");
        quotes.add((name + ":" + quote.place().line() + " " + quote.text()).trim());
      }
      cases.add((found.summary() + " " + quotes).trim());
    }
    return cases;
  }
}
