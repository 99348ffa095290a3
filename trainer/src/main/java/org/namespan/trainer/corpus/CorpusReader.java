package org.namespan.trainer.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.io.TextFile;

/**
 * Reads annotated files. Readers are immutable and may be shared by threads.
 *
 * <pre>{@code
 * Corpus corpus = CorpusReader.builder().build().read(Path.of("ner_dataset.csv.gz"));
 * Corpus other =
 *     CorpusReader.builder().optTagColumn(3).optScheme(TagScheme.IOB1).build().read(file);
 * }</pre>
 */
public final class CorpusReader {
  /** Stands for a column whose text is lost: U+FFFD. A token is never empty. */
  static final String LOST_TOKEN = "\uFFFD";

  private final CorpusFormat format;
  private final Integer tokenColumn;
  private final Integer tagColumn;
  private final TagScheme scheme;
  private final RepairPolicy repairPolicy;

  private CorpusReader(Builder builder) {
    this.format = builder.format;
    this.tokenColumn = builder.tokenColumn;
    this.tagColumn = builder.tagColumn;
    this.scheme = builder.scheme;
    this.repairPolicy = builder.repairPolicy;
  }

  /** Starts with a builder whose every option has a default. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a file to its end. Column files are UTF-8, with or without a byte-order mark; line ends
   * are LF or CRLF. Tokens are taken as they stand, no-break spaces and the words {@code None} and
   * {@code null} included; where a token is empty, U+FFFD stands in its place. The file's tags
   * become BIO.
   *
   * @throws CorpusException if the file is missing, holds no sentence, or has a line that does not
   *     fit; the message says where, what was expected and what to do
   * @throws IOException if the disk fails
   */
  public Corpus read(Path file) throws IOException {
    CorpusFormat actual = format != null ? format : CorpusFormat.detect(file);
    SentenceCollector collector = new SentenceCollector(file, scheme, repairPolicy);
    TextFile text = TextFile.read(file, CorpusException::new);
    if (actual == CorpusFormat.GMB) {
      if (tokenColumn != null || tagColumn != null) {
        throw new CorpusException(
            file,
            0,
            "columns were chosen for a CSV file",
            "expected none, its header names them",
            "leave the columns out or choose another format");
      }
      GmbReader.read(file, text.decodeUtf8OrWindows1252(), collector);
    } else {
      int token = tokenColumn != null ? tokenColumn : actual.tokenColumn;
      int tag = tagColumn != null ? tagColumn : actual.tagColumn;
      new ColumnReader(file, actual, token, tag, collector).read(text.decodeUtf8());
    }
    List<Sentence> sentences = collector.sentences();
    if (sentences.isEmpty()) {
      throw new CorpusException(
          file,
          0,
          "found no sentence",
          "expected one token and its tag on each line",
          "check that this is the right file");
    }
    return new Corpus(file.getFileName().toString(), sentences, collector.repaired());
  }

  /** The options of a {@link CorpusReader}. */
  public static final class Builder {
    private CorpusFormat format;
    private Integer tokenColumn;
    private Integer tagColumn;
    private TagScheme scheme = TagScheme.BIO;
    private RepairPolicy repairPolicy = RepairPolicy.BEGIN;

    private Builder() {}

    /** The format; by default the one that {@link CorpusFormat#detect} finds for each file. */
    public Builder optFormat(CorpusFormat format) {
      this.format = format;
      return this;
    }

    /**
     * The column of the tokens, counted from 0; a negative number counts from the end, -1 being the
     * last column. By default that of the format.
     */
    public Builder optTokenColumn(int column) {
      this.tokenColumn = column;
      return this;
    }

    /** The column of the tags, counted in the same way. By default that of the format. */
    public Builder optTagColumn(int column) {
      this.tagColumn = column;
      return this;
    }

    /** The scheme in which the file's tags are written; BIO by default. */
    public Builder optScheme(TagScheme scheme) {
      this.scheme = scheme;
      return this;
    }

    /** What to do with malformed spans; {@link RepairPolicy#BEGIN} by default. */
    public Builder optRepairPolicy(RepairPolicy policy) {
      this.repairPolicy = policy;
      return this;
    }

    /** The reader. */
    public CorpusReader build() {
      return new CorpusReader(this);
    }
  }
}
