package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.check.CheckedFile;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.corpus.RepairPolicy;
import org.namespan.trainer.corpus.TypeMap;
import org.namespan.trainer.document.TextFormats;
import org.namespan.trainer.evaluation.GoldCorpus;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how a corpus file is read. */
final class CorpusOptions extends ColumnOptions {

  /** Heading of these options in help pages. */
  static final String HEADING = "%nHow corpus files are read (UTF-8, plain or gzip):%n";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Names.Formats.class,
      converter = FormatConverter.class,
      description = {
        "${COMPLETION-CANDIDATES}. By default told by the file name: .csv is gmb, .iob2 and .conllu"
            + " are iob2, all others conll."
      })
  private @Nullable CorpusReader format;

  /**
   * Reads corpora, each named as {@code FILE} or {@code FILE=MAP} with a type map. A file of that
   * whole name is taken as one without map.
   */
  List<Corpus> readAll(List<Path> named, CommandSpec command) throws IOException {
    List<Corpus> corpora = new ArrayList<>();
    for (GoldCorpus gold : readAllGold(named, command)) {
      corpora.add(gold.corpus());
    }
    return corpora;
  }

  /** Reads corpora, named as for {@link #readAll}, to score a model on. */
  List<GoldCorpus> readAllGold(List<Path> named, CommandSpec command) throws IOException {
    List<GoldCorpus> corpora = new ArrayList<>();
    for (Path name : named) {
      Named parts = Named.of(name);
      TypeMap map = parts.readMap();
      Corpus corpus = read(parts.file(), command);
      corpora.add(map == null ? new GoldCorpus(corpus) : GoldCorpus.of(corpus, map, null));
    }
    return corpora;
  }

  /** Reads corpora, named as for {@link #readAll}, past everything that is wrong in them. */
  List<CheckedFile> check(CorpusPart part, List<Path> named, CommandSpec command)
      throws IOException {
    List<CheckedFile> files = new ArrayList<>();
    for (Path name : named) {
      Named parts = Named.of(name);
      TypeMap map = parts.readMap();
      requireTokens(parts.file());
      CheckedFile file =
          CheckedFile.read(part, parts.file(), reader(parts.file()), options(command));
      files.add(map == null ? file : file.with(map));
    }
    return files;
  }

  /** A file, and the file of its type map or null. */
  private record Named(Path file, @Nullable Path map) {

    static Named of(Path name) {
      String text = name.toString();
      int equals = Files.exists(name) ? -1 : text.lastIndexOf('=');
      return equals <= 0
          ? new Named(name, null)
          : new Named(Path.of(text.substring(0, equals)), Path.of(text.substring(equals + 1)));
    }

    @Nullable TypeMap readMap() throws IOException {
      return map == null ? null : TypeMap.read(map);
    }
  }

  /** Reads a corpus and tells on standard error what had to be repaired. */
  Corpus read(Path file, CommandSpec command) throws IOException {
    requireTokens(file);
    return read(reader(file), file, command);
  }

  private void requireTokens(Path file) throws IOException {
    if (format == null && Files.isRegularFile(file) && TextFormats.detect(file).isPresent()) {
      throw new IOException(
          file
              + ": is text with spans by characters, expected tokens with tags; make such a file of it"
              + " with 'namespan convert --to conll'");
    }
  }

  /**
   * The well-formed spans alone of a corpus that was read already, for strict scores.
   *
   * @param read what {@link #read} gave
   */
  Corpus wellFormed(Path file, Corpus read, CommandSpec command) throws IOException {
    return read.repaired() == 0
        ? read
        : reader(file).read(file, options(RepairPolicy.DROP, command));
  }

  private CorpusReader reader(Path file) {
    return format == null ? CorpusFormats.detect(file) : format;
  }

  /** Takes the name of a format in upper or lower case. */
  static final class FormatConverter implements CommandLine.ITypeConverter<CorpusReader> {
    @Override
    public CorpusReader convert(String name) {
      try {
        return CorpusFormats.named(name);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }
}
