package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.namespan.internal.tag.TagScheme;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormat;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.corpus.RepairPolicy;
import picocli.CommandLine.Option;

/** The options that say how a corpus file is read. */
final class CorpusOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "Format of the corpus: ${COMPLETION-CANDIDATES}. By default told by the file name: .csv is"
            + " gmb, .iob2 and .conllu are iob2, all others conll. Files may be gzipped."
      })
  private CorpusFormat format;

  @Option(
      names = "--token-column",
      paramLabel = "N",
      description = "Column of the tokens, from 1; -1 is the last. Default: that of the format.")
  private Integer tokenColumn;

  @Option(
      names = "--tag-column",
      paramLabel = "N",
      description = "Column of the tags, from 1; -1 is the last. Default: that of the format.")
  private Integer tagColumn;

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      defaultValue = "BIO",
      description =
          "How the file's tags write spans: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private TagScheme scheme;

  @Option(
      names = "--repair",
      paramLabel = "POLICY",
      defaultValue = "BEGIN",
      description =
          "What to do with malformed tag sequences: begin a span as conlleval does, drop it, or"
              + " fail: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private RepairPolicy repair;

  /** Reads a corpus and tells on {@code err} what had to be repaired. */
  Corpus read(Path file, PrintWriter err) throws IOException {
    CorpusReader.Builder reader = CorpusReader.builder().optScheme(scheme).optRepairPolicy(repair);
    if (format != null) {
      reader.optFormat(format);
    }
    if (tokenColumn != null) {
      reader.optTokenColumn(fromZero(tokenColumn));
    }
    if (tagColumn != null) {
      reader.optTagColumn(fromZero(tagColumn));
    }
    Corpus corpus = reader.build().read(file);
    if (corpus.repaired() > 0) {
      err.println(
          file + ": " + corpus.repaired() + " malformed spans, repaired by policy " + repair);
    }
    return corpus;
  }

  private static int fromZero(int column) {
    return column > 0 ? column - 1 : column;
  }
}
